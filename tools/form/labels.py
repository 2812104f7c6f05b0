"""What the form calls collections and pages' front matter; the rest is named by the templates.

A name with "_hint" is what is told below its field.
"""

from __future__ import annotations

from kumppanuus.facts.fields import Text

LABELS: dict[str, Text] = {
    "districts": Text(fi="Piirit", sv="Distrikt"),
    "contacts": Text(fi="Yhteystiedot", sv="Kontaktuppgifter"),
    "agreements": Text(fi="Sopimukset", sv="Avtal"),
    "decisions": Text(fi="Päätökset", sv="Beslut"),
    "sources": Text(fi="Lähteet", sv="Källor"),
    "evidence": Text(fi="Väitteet hyödyistä", sv="Påståenden om nytta"),
    "terms": Text(fi="Sanasto", sv="Ordlista"),
    "local": Text(fi="Mitä missäkin tehdään", sv="Vad som görs var"),
    "windows": Text(fi="Hakuajat", sv="Ansökningstider"),
    "pages": Text(fi="Sivut", sv="Sidor"),
    "title": Text(fi="Otsikko", sv="Rubrik"),
    "description": Text(fi="Kuvaus hakutuloksiin", sv="Beskrivning för sökresultat"),
    "reviewed": Text(fi="Sivu tarkistettu", sv="Sidan granskad"),
    "district": Text(fi="Piiri", sv="Distrikt"),
    "topic": Text(fi="Aihe", sv="Ämne"),
    "topic_hint": Text(fi="Vain piirin sivulla.", sv="Bara på ett distrikts sida."),
    "history": Text(fi="Koko sivu kertoo menneestä", sv="Hela sidan berättar om det förflutna"),
    "menu": Text(fi="Nimi piirin valikossa", sv="Namn i distriktets meny"),
    "menu_hint": Text(
        fi="Jos otsikko on pitkä. Vain piirin omalla lisäsivulla.",
        sv="Om rubriken är lång. Bara på ett distrikts egen extra sida.",
    ),
    "menu_place": Text(fi="Paikka piirin valikossa", sv="Plats i distriktets meny"),
    "date": Text(fi="Uutisen päivä", sv="Nyhetens datum"),
    "date_hint": Text(fi="Vain uutisella.", sv="Bara på en nyhet."),
    "body": Text(fi="Teksti", sv="Text"),
    "fi": Text(fi="Suomeksi", sv="På finska"),
    "sv": Text(fi="Ruotsiksi", sv="På svenska"),
}

# One of a list, for the button that adds it.
ONE: dict[str, Text] = {
    "contacts": Text(fi="henkilö", sv="person"),
    "sources": Text(fi="lähde", sv="källa"),
    "claims": Text(fi="väite", sv="påstående"),
    "terms": Text(fi="termi", sv="term"),
    "facts": Text(fi="tieto", sv="uppgift"),
    "windows": Text(fi="hakuaika", sv="ansökningstid"),
    "sums": Text(fi="summa", sv="summa"),
    "parts": Text(fi="osa", sv="del"),
}
# What a closed item of a list is known by, where it is not its name, its id or its Finnish.
SUMMARIES = {
    "windows": "municipality county other opens what",
    "facts": "municipality county region text",
    "sources": "title",
    "claims": "claim",
}
