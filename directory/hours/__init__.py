"""Opening hours, without a database.

`rules` go in; `spans`, `answers`, `week`, `wording`, `schedule_words`, `minutes` and `jsonld` come out.
Everything is computed in the wall-clock time of the district and only then placed on the real time line,
so that both clock changes come out right.
"""
