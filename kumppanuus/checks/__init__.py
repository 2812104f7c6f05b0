"""What must hold of facts, pages and the built site: every rule once, in the order it is told.

A rule is a generator of Problems, and its docstring is the rule.
"""

from kumppanuus.checks import (
    blocks,
    facts,
    files,
    ids,
    markdown,
    media,
    owners,
    pages,
    published,
    references,
    schemas,
    site,
    terms,
    text,
    translations,
    windows,
)

# Rules of facts and prose. A breach stops the build before it begins.
ERRORS = (
    files.nothing_leads_out_of_the_project,
    files.every_data_file_is_read,
    files.every_template_holds,
    files.every_file_in_docs_has_its_place,
    references.every_reference_leads_to_a_fact,
    references.nothing_is_listed_twice,
    references.every_source_that_pages_cite_by_themselves_is_there,
    facts.every_region_has_one_district,
    facts.every_regional_role_is_in_the_persons_district,
    facts.every_region_and_county_has_one_name,
    facts.every_code_belongs_to_one_municipality,
    facts.every_district_can_be_reached,
    facts.every_municipality_has_one_district,
    facts.every_agreement_lies_in_its_district,
    facts.every_item_of_a_fact_has_an_id_of_its_own,
    facts.every_sum_adds_up,
    facts.every_county_is_in_the_table,
    facts.every_decision_is_of_our_districts,
    facts.every_decision_is_told_once,
    windows.every_window_is_of_our_districts,
    windows.every_window_is_told_once,
    pages.every_page_is_in_both_languages,
    files.every_page_has_an_address_of_its_own,
    pages.every_page_belongs_where_it_lies,
    pages.every_page_has_a_head_of_its_own,
    pages.every_news_has_its_day,
    pages.every_district_has_its_pages,
    markdown.every_page_says_something,
    markdown.only_known_markdown_is_used,
    markdown.only_known_html_is_used,
    markdown.every_row_has_the_cells_of_its_head,
    markdown.a_number_at_the_start_of_a_line_is_a_list,
    markdown.every_quotation_ends,
    markdown.every_bold_ends,
    markdown.headings_go_down_one_level_at_a_time,
    text.every_link_leads_to_a_page,
    media.every_picture_is_there,
    media.every_picture_is_told_in_words,
    media.every_picture_can_be_shown,
    media.every_attachment_is_sound,
    media.every_file_is_used,
    text.the_title_is_the_only_first_heading,
    text.a_list_has_an_empty_line_before_it,
    blocks.every_mark_is_closed,
    blocks.every_mark_stands_where_it_can,
    pages.every_menu_entry_has_its_page,
    published.every_published_page_answers,
)

# These render what pages show of facts, so they are put only where those hold.
ERRORS_OF_BLOCKS = (blocks.every_mark_can_be_filled,)
ERRORS_OF_PAGES = (ids.every_link_leads_to_a_heading, ids.every_heading_has_an_id_of_its_own)

# The built site, after the build. A breach stops its publishing.
SITE = (
    site.there_are_pages,
    site.pages_come_in_pairs,
    site.language_is_said,
    site.one_h1_and_unique_heads,
    site.alternates_are_complete,
    site.links_lead_somewhere,
    site.links_have_words,
    site.nothing_comes_from_elsewhere,
    site.nothing_on_a_page_does_harm,
    site.only_data_lead_away,
    site.ids_are_unique,
    site.words_are_filled_in,
    published.every_published_address_answers,
)

# What somebody should look at. It stops nothing.
WARNINGS = (
    translations.every_translation_is_current,
    pages.every_page_can_be_found,
    media.every_pdf_can_be_read_aloud,
    terms.every_term_has_its_agreed_translation,
    terms.swedish_is_that_of_finland,
    terms.what_has_ended_is_told_as_ended,
    terms.every_term_is_found_by_its_forms,
    references.nothing_was_checked_in_the_future,
    facts.every_number_is_one_persons,
    facts.no_fact_shows_signs_of_markdown,
    owners.every_team_is_asked,
    schemas.every_data_file_names_its_schema,
)
