"""A stretch of an article's text, and nothing but that text."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, model_validator


class Span(BaseModel):
    """The characters `start` to `end` (end exclusive) of an article's stored text.

    `article.text[span.start:span.end] == span.text` holds always; `parley verify` checks it.

    Raises:
        pydantic.ValidationError: when the offsets do not fit the length of the text.
    """

    model_config = ConfigDict(frozen=True)

    start: int
    end: int
    text: str

    @model_validator(mode="after")
    def _fits(self) -> Span:
        if self.start < 0 or self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}-{self.end} does not fit its {len(self.text)} characters")
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` between two offsets."""
        return cls(start=start, end=end, text=text[start:end])


Evidence = Span
"""A span that shows a claim. Same type, other use."""
