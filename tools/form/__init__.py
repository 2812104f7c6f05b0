"""The editors' form: Sveltia CMS at /muokkaa/ and /sv/muokkaa/, configured from the models."""
