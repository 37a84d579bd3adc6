"""A number a family can say on the phone in either language: three letters and four digits, as in KMT-4829."""

import secrets

# No vowels, so that no word comes out; none that sound or look alike in English or Spanish (B and V, S and Z, 0 and O).
LETTERS = "FHKLMPRTX"
DIGITS = "23456789"


def new_reference() -> str:
    letters = "".join(secrets.choice(LETTERS) for _ in range(3))
    digits = "".join(secrets.choice(DIGITS) for _ in range(4))
    return f"{letters}-{digits}"
