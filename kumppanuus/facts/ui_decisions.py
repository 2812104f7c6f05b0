"""The words of decisions, of the counties that make them, and of the year they are made in."""

from __future__ import annotations

from typing import Annotated

from kumppanuus.facts.fields import Filled, Frozen, Text, Word


class DecisionUi(Frozen):
    """A part of Ui, which would be too long as one."""

    # decisions
    decisions: Word
    decisions_summary: Annotated[Text, Filled("count", "first", "last", "granted", "least", "most")]
    decisions_note: Word
    decision_when: Word
    decision_about: Word
    decision_recipient: Word
    decisions_narrow: Word
    decisions_all: Word
    decisions_shown: Annotated[Text, Filled("count")]
    decision_body: Word
    general_of_own: Word
    decision_who: Word
    decision_what: Word
    decision_money: Word
    decision_more: Word
    decision_organ: Word
    decision_period: Word
    decision_conditions: Word
    decision_reporting: Word
    decision_read: Word
    decision_no_sum: Word
    kunta_decisions: Word
    undated: Word

    # wellbeing services counties
    county_title: Annotated[Text, Filled("name")]
    county_description: Annotated[Text, Filled("name")]
    county_description_own: Annotated[Text, Filled("name")]
    county_lead: Word
    county_lead_own: Word
    county_also: Word
    county_decisions: Word
    county_decisions_own: Word
    county_no_decisions: Word
    county_municipalities: Word
    county_municipalities_own: Word

    # when applications have been taken
    windows: Word
    windows_lead: Word
    windows_none: Annotated[Text, Filled("name")]
    windows_table: Annotated[Text, Filled("name")]
    windows_body: Word
    windows_what: Word
    windows_when: Word
    windows_earlier: Annotated[Text, Filled("count")]
    windows_more: Word
    windows_missing: Word
    windows_elsewhere: Word
    windows_region: Word
    windows_all_regions: Word
    windows_shown: Annotated[Text, Filled("name")]
    windows_see_year: Word
    window_was: Annotated[Text, Filled("when")]
    window_was_until: Annotated[Text, Filled("when")]
    window_is: Annotated[Text, Filled("when")]
    window_is_until: Annotated[Text, Filled("when")]
    window_time: Annotated[Text, Filled("day", "time")]

    # the budget year
    year_picture: Annotated[Text, Filled("steps", "months")]
    year_month: Annotated[Text, Filled("name")]
    year_months: Annotated[Text, Filled("first", "last")]
    year_closed: Annotated[Text, Filled("count")]
    year_budget: Word

    # from the need to the follow-up
    path_need: Word
    path_need_text: Word
    path_body: Word
    path_body_text: Word
    path_way: Word
    path_way_text: Word
    path_annex: Word
    path_annex_text: Word
    path_annex_model: Annotated[Text, Filled("link")]
    path_follow: Word
    path_follow_text: Word

    # calendars
    calendar_windows: Word
    calendar_reminders: Word
    calendar_windows_none: Word
    calendar_own_reminders: Annotated[Text, Filled("name")]
    calendar_windows_name: Word
    calendar_reminders_name: Word
    calendar_opens: Annotated[Text, Filled("name", "what")]
    calendar_closes: Annotated[Text, Filled("name", "what")]
    calendar_check: Annotated[Text, Filled("name")]
    calendar_check_note: Annotated[Text, Filled("what", "when")]
