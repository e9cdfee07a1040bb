"""What people are called when known."""

from __future__ import annotations

import pytest

from parley.model.party import Party


@pytest.mark.parametrize(
    ("name", "country", "last"),
    [
        ("Volodymyr Zelensky", "Ukraine", "Zelensky"),
        ("Kim Jong Un", "North Korea", "Kim"),
        ("Moon Jae-in", None, "Moon"),
        ("Xi Jinping", "China", "Xi"),
        ("Ursula von der Leyen", "Germany", "von der Leyen"),
        ("Mohammed bin Salman", "Saudi Arabia", "bin Salman"),
        ("Fayez al-Sarraj", "Libya", "al-Sarraj"),
        ("Aung San Suu Kyi", "Myanmar", "Aung San Suu Kyi"),
        ("Abiy Ahmed", "Ethiopia", "Abiy Ahmed"),
        ("Jean-Yves Le Drian", "France", "Le Drian"),
        ("Lula", "Brazil", "Lula"),
    ],
)
def test_last_names(name: str, country: str | None, last: str) -> None:
    assert Party(name=name, id="person:x", kind="person", country=country).last_name == last


def test_others_have_no_last_name() -> None:
    assert Party(name="African Union", id="organisation:au", kind="organisation").last_name == "African Union"
