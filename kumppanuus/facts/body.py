"""Who decides, or is party to an agreement: municipalities or a wellbeing services county."""

from __future__ import annotations

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from kumppanuus.facts.fields import CountyId, Frozen, MunicipalityId


class OfBody(Frozen):
    """What one municipality, several municipalities or a county does: exactly one of the three."""

    municipality: MunicipalityId | None = None
    municipalities: tuple[MunicipalityId, ...] = ()
    county: CountyId | None = None

    @property
    def homes(self) -> tuple[str, ...]:
        """The ids of the municipalities; none where it is a county."""
        return (self.municipality,) if self.municipality else self.municipalities

    @model_validator(mode="after")
    def _is_of_one_body(self) -> OfBody:
        if [bool(self.homes), bool(self.county)].count(True) != 1 or (
            self.municipality and self.municipalities
        ):
            raise PydanticCustomError("one_body", "one of three", {"key": "county"})
        return self
