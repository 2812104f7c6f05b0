"""data/words.yml: the words of the interface, and the labels of what the data may say."""

from __future__ import annotations

from typing import Annotated, Any, get_args

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import CoreSchema, no_info_after_validator_function

from kumppanuus.facts.agreement import AgreementKind
from kumppanuus.facts.calendar import WindowPage
from kumppanuus.facts.decision import About, DecisionKind
from kumppanuus.facts.fields import Frozen, Language, Text, TopicId
from kumppanuus.facts.models import Budget, SourceKind, Strength
from kumppanuus.facts.money import Precision, SumKind, Vat
from kumppanuus.facts.ui import Ui


class Complete:
    """Of a mapping whose keys are a closed choice: each value that may be chosen has its label."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        choices = get_args(get_args(source)[0])

        def checked(labels: dict[str, Text]) -> dict[str, Text]:
            if missing := [one for one in choices if one not in labels]:
                raise PydanticCustomError("missing", "no label", {"key": ", ".join(missing)})
            return labels

        return no_info_after_validator_function(checked, handler(source))


class Words(Frozen):
    """data/words.yml: every interface word and vocabulary label.

    menu, footer: pages that every page links to, in their order; the key is the path.
    months: what a month is called before "kuu", from January.
    topics: what each district has a page of, in their order; the key is the page's name.
    """

    ui: Ui
    menu: dict[str, Text]
    footer: dict[str, Text]
    topics: dict[TopicId, Text]
    source_kinds: Annotated[dict[SourceKind, Text], Complete()]
    strengths: Annotated[dict[Strength, Text], Complete()]
    budgets: Annotated[dict[Budget, Text], Complete()]
    agreement_kinds: Annotated[dict[AgreementKind, Text], Complete()]
    decision_kinds: Annotated[dict[DecisionKind, Text], Complete()]
    decision_about: Annotated[dict[About, Text], Complete()]
    window_pages: Annotated[dict[WindowPage, Text], Complete()]
    months: Annotated[tuple[Text, ...], Field(min_length=12, max_length=12)]
    sum_kinds: Annotated[dict[SumKind, Text], Complete()]
    precisions: Annotated[dict[Precision, Text], Complete()]
    vat: Annotated[dict[Vat, Text], Complete()]
    languages: Annotated[dict[Language, Text], Complete()]
