"""Texts that are hard to fold and to cut: Bengali, Hangul jamo, right to left, zero width, quotation marks, stops."""

from hypothesis import strategies as st

PIECES = (
    "য়", "\u09df", "ড়", "\u09a1\u09bc", "ক্ষ", "র\u200d্যাব", "সেতু", "বলেন", "জানিয়েছে", "।", "॥",
    "\u1112\u1161\u11ab", "한", "é", "e\u0301", "ﷺ", "שלום", "العربية", "I", "ẞ", "İ", "𝔘", "😀",
    "\u200f", "\u200b", "\u00ad", "\ufeff", "\u00a0", " ", "\n", "\n\n", "\t", "\r", "\x00",
    "Mr.", "U.S.", "The mayor", "said", "denied", "that", "according to", "May", "2023", "4.5",
    "“", "”", "‘", "’", '"', "'", "«", "»", "(", ")", "[", "]", ",", ".", "?", "!", "…", ":", ";", "—", "-",
)  # fmt: skip

hard_texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.text(max_size=60),
)
