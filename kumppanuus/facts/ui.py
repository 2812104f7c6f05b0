"""Every word of the interface. A word is a field, so a missing or unknown one in data/words.yml is
an editor's Problem, and a wrong one in code is an error of types."""

from __future__ import annotations

from typing import Annotated

from kumppanuus.facts.fields import Filled, Text, Word
from kumppanuus.facts.ui_decisions import DecisionUi


class Ui(DecisionUi):
    """The words of the interface, in the order of data/words.yml."""

    # every page: head and menus
    site_name: Word
    site_tagline: Word
    home: Word
    skip: Word
    menu: Word
    main_menu: Word
    section_menu: Word
    breadcrumb: Word
    on_this_page: Word

    # search
    search: Word
    search_label: Word
    search_button: Word
    search_hint: Word
    search_none: Annotated[Text, Filled("query")]
    search_one: Annotated[Text, Filled("query")]
    search_many: Annotated[Text, Filled("count", "query")]
    search_more: Word
    search_meant: Word
    search_try: Word
    search_counties: Annotated[Text, Filled("count")]
    search_district_pages: Annotated[Text, Filled("count")]
    search_failed: Word
    search_no_script: Word
    all_pages: Word

    # every page: what surrounds the text
    other_language: Word
    edit_page: Word
    edit_data: Word
    report_form: Word
    report_public: Word
    report_nowhere: Word
    page_sources: Word
    reviewed: Annotated[Text, Filled("date")]
    printed_from: Word
    printed_built: Annotated[Text, Filled("date")]
    about_site: Word
    publisher: Word

    # a contact
    contact_heading: Word
    contact_footer: Word
    all_contacts: Word
    phone: Word
    email: Word
    languages: Word
    source: Word
    not_confirmed: Word
    confirmed: Annotated[Text, Filled("date")]
    confirmed_long_ago: Annotated[Text, Filled("date")]
    reach_otherwise: Word
    unconfirmed_tag: Annotated[Text, Filled("dated")]
    no_number: Annotated[Text, Filled("district")]
    open_website: Annotated[Text, Filled("host")]
    named_without_number: Word
    past_contacts: Word
    contacts_table: Word
    counties_table: Word
    own_title: Word
    vcard: Word

    # a district's contacts
    district_contacts_title: Annotated[Text, Filled("district")]
    district_contacts_description: Annotated[Text, Filled("district")]

    # a district
    district_overview: Word
    district_website: Word
    contacts: Word
    regions: Word
    region: Word
    municipalities: Word
    municipality_count: Annotated[Text, Filled("count")]
    municipality_note: Word
    at_a_glance: Word
    in_figures: Word
    person: Word

    # people by region
    lape_role: Word
    role_not_told: Word
    regional_caption: Annotated[Text, Filled("source")]

    # an agreement
    agreement_lead: Word
    agreement_facts: Word
    document: Word
    parties: Word
    municipality: Word
    district: Word
    agreement_kind: Word
    year: Word
    goals: Word
    actions: Word
    evaluation: Word
    responsible: Word
    other: Word
    not_named: Word
    subject: Word
    content: Word
    part: Word
    part_caption: Annotated[Text, Filled("title", "year")]

    # an agreement's sums
    money: Word
    money_caption: Annotated[Text, Filled("example")]
    sum_label: Word
    sum_kind: Word
    sum_payer: Word
    sum_basis: Word
    sum_amount: Word
    sum_terms: Word
    squares_sum: Annotated[Text, Filled("count", "unit", "price", "amount")]
    squares_legend: Annotated[Text, Filled("price")]
    no_calculation: Word
    example_label: Annotated[Text, Filled("name", "year")]
    download_csv: Word

    # claims of benefit
    claim_details: Word
    claim_limits: Word
    claim_strength: Word
    claim_budget: Word
    claim_may_write: Word
    claim_not_write: Word
    claim_in_proposal: Word
    claims_at_once: Word
    claims_caption: Word
    claims_heading: Word
    claim: Word

    # sources, glossary
    documents_heading: Word
    read_file: Word
    term_also: Annotated[Text, Filled("words")]
    terms_caption: Word

    # a municipality
    kunta_title: Annotated[Text, Filled("name")]
    kunta_description: Annotated[Text, Filled("name", "district")]
    kunta_lead: Annotated[Text, Filled("district", "county")]
    kunta_decides: Word
    kunta_decides_own: Word
    kunta_in_swedish: Annotated[Text, Filled("link")]
    kunta_facts: Word
    kunta_other_name: Word
    kunta_former: Word
    kunta_languages: Word
    kunta_fi: Word
    kunta_sv: Word
    kunta_fi_sv: Word
    kunta_sv_fi: Word
    county: Word
    kunta_call: Word
    kunta_here: Word
    kunta_nothing_local: Word
    read_on: Annotated[Text, Filled("date")]
    kunta_agreed: Annotated[Text, Filled("year")]
    kunta_price: Word
    kunta_price_lead: Word
    kunta_price_elsewhere: Word
    kunta_begin: Word
    kunta_step_call: Word
    kunta_step_need: Word
    kunta_step_agree: Word
    kunta_step_agree_own: Word
    kunta_how_to_decide: Word
    kunta_how_to_agree: Word
    kunta_neighbours: Word
    kunta_all: Word

    # the draft of a proposal
    kunta_take: Word
    kunta_take_text: Word
    kunta_take_how: Word
    kunta_nearby: Word
    kunta_child_impact: Word
    agreement_word: Word
    draft_copy: Word
    draft_copied: Word
    draft_copy_failed: Word
    draft_word: Word
    draft_word_short: Word
    annex_word: Word

    # finder of municipalities
    finder_name: Word
    finder_label: Word
    finder_button: Word
    finder_hint: Word
    finder_none: Word
    finder_one: Word
    finder_many: Annotated[Text, Filled("count")]
    finder_first: Annotated[Text, Filled("count")]
    finder_empty: Word
    finder_outside: Annotated[Text, Filled("name")]
    finder_elsewhere: Word
    finder_merged: Annotated[Text, Filled("name")]
    finder_failed: Word

    # map
    map_title: Word
    map_text: Word
    map_of: Annotated[Text, Filled("name")]
    map_here: Annotated[Text, Filled("name")]

    # 404
    not_found: Word
    not_found_text: Word
    page_moved: Word
    page_gone: Word
    page_gone_text: Word

    # news
    news: Word
    news_all: Word
    news_feed: Word
    news_description: Word
