"""Recognising encodings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.errors import InputError
from consistency.readers.decoding import decode

ARABIC = "قال الناطق باسم الوزارة، مساء الأحد: «بدأت القوات مغادرة القاعدة» – بحسب الوكالة…\n"
MIXED = "وصل وفد من NATO إلى العاصمة، according to a statement.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
@pytest.mark.parametrize("text", [ARABIC, MIXED], ids=["arabic", "mixed"])
def test_newspapers_encodings_are_recognised(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_line_ends_stay_as_they_are() -> None:
    assert decode("أولاً\r\nثانياً\r".encode(), "a.txt") == "أولاً\r\nثانياً\r"


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"plain text with \x00 in it", b"\xff\xfe\x00\xd8"]
)
def test_what_is_no_text_says_where_and_what_is_allowed(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^photo\.txt:(1:)? .*allowed is text in UTF-8, UTF-16 or Windows-1256$"):
        decode(data, "photo.txt")


def test_latin_1_is_not_taken_for_windows_1256() -> None:
    with pytest.raises(InputError, match="byte 6 is neither"):
        decode(
            "Über Fußgängerübergänge öffnet ÄÖÜ".encode("latin-1")[1:] + b"\xd7\xf7\xa4\xa6\xae\xa9\xaf" * 9, "a.txt"
        )


@pytest.mark.parametrize("encoding", ["iso8859-6", "mac_arabic"])
def test_other_arabic_code_pages_are_not_taken_for_windows_1256(encoding: str) -> None:
    text = "قال الناطق باسم الوزارة مساء الأحد إن القوات بدأت مغادرة القاعدة"
    with pytest.raises(InputError, match="byte 0 is neither"):
        decode(text.encode(encoding), "a.txt")


def test_french_names_in_windows_1256_are_letters() -> None:
    text = "The café's owner, François, said: “c’est fini” – وقال: «انتهى الأمر»."
    assert decode(text.encode("cp1256"), "a.txt") == text


def test_a_broken_byte_in_utf_8_is_told_with_its_line() -> None:
    data = f"{ARABIC}{ARABIC}".encode() + b"\xd9" + ARABIC.encode()
    with pytest.raises(InputError, match=r"^a\.txt:3: byte \d+ is neither"):
        decode(data, "a.txt")


NEWSPAPER = st.text(st.sampled_from("قالتحدثنعمهويأإآءئؤىة، :«»\n\r.؟abc XYZ 0123"), min_size=8)


@given(
    NEWSPAPER.filter(lambda t: not t.isascii() and t.strip()),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1256"]),
)
def test_arabic_is_read_to_the_letter_in_every_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_utf_8_is_read_to_the_letter(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text.removeprefix("\ufeff")
