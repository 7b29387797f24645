"""Reads ``text.zh.md`` and ``text.en.md``: headings for chapters and articles, a block for each paragraph."""

import re
from dataclasses import dataclass
from itertools import pairwise

from banyan.kit.sentence import Sentence, say
from banyan.law.numerals import from_han
from banyan.law.problems import Problems
from banyan.law.text import ArticleText, Chapter, MeasuresText, Paragraph

_NUMERAL = "[零一二三四五六七八九十百]+"
_SHAPES = {
    "zh": {
        "chapter": re.compile(rf"第({_NUMERAL})章\s+(.+)"),
        "article": re.compile(rf"第({_NUMERAL})条"),
        "item": re.compile(rf"（({_NUMERAL})）"),
    },
    "en": {
        "chapter": re.compile(r"Chapter (\d+)\s+(.+)"),
        "article": re.compile(r"Article (\d+)"),
        "item": re.compile(r"\((\d+)\) "),
    },
}


@dataclass
class TextReader:
    """Turns the file of one language into its text; every mistake goes to ``problems``.

    ``# title``, ``> note``, ``## chapter``, ``### article``; blank lines part the paragraphs; a line that
    begins with an item's number belongs to the paragraph above it.
    """

    language: str
    problems: Problems

    def read(self, words: str) -> MeasuresText:
        """The text of the whole file."""
        before, *chapters = re.split(r"^## ", words, flags=re.MULTILINE)
        lines = [line.strip() for line in before.splitlines()]
        title = next((line[2:].strip() for line in lines if line.startswith("# ")), "")
        if not title:
            self._add(say("The first line is the title: # and a space before it."))
        note = " ".join(line[1:].strip() for line in lines if line.startswith(">"))
        read = tuple(self._chapter(chapter) for chapter in chapters)
        self._expect_counting([chapter.number for chapter in read], "##")
        self._expect_counting([article.number for chapter in read for article in chapter.articles], "###")
        return MeasuresText(self.language, title, note, read)

    def _chapter(self, words: str) -> Chapter:
        heading, *articles = re.split(r"^### ", words, flags=re.MULTILINE)
        match = _SHAPES[self.language]["chapter"].fullmatch(heading.strip())
        if not match:
            self._add(say("«{heading}» is not the heading of a chapter.", heading=heading.strip()))
        number, title = (self._number(match[1]), match[2]) if match else (0, heading.strip())
        return Chapter(number, title, tuple(self._article(article) for article in articles))

    def _article(self, words: str) -> ArticleText:
        heading, _, body = words.partition("\n")
        match = _SHAPES[self.language]["article"].fullmatch(heading.strip())
        if not match:
            self._add(say("«{heading}» is not the heading of an article.", heading=heading.strip()))
        paragraphs: list[Paragraph] = []
        for block in re.split(r"\n\s*\n", body.strip()):
            self._take(
                " ".join(block.split("\n")) if self.language == "en" else block.replace("\n", ""), paragraphs
            )
        return ArticleText(self._number(match[1]) if match else 0, tuple(paragraphs))

    def _take(self, block: str, paragraphs: list[Paragraph]) -> None:
        """Add the block as an item of the last paragraph, or as a new paragraph."""
        item = _SHAPES[self.language]["item"].match(block)
        if not item or not paragraphs:
            paragraphs.append(Paragraph(len(paragraphs) + 1, block))
            return
        last = paragraphs[-1]
        if self._number(item[1]) != len(last.items) + 1:
            self._add(say("Items count from 1 without a gap: «{item}».", item=block[:20]))
        paragraphs[-1] = Paragraph(last.number, last.words, (*last.items, block))

    def _number(self, numeral: str) -> int:
        try:
            return from_han(numeral) if self.language == "zh" else int(numeral)
        except ValueError:
            self._add(say("«{numeral}» is not a number.", numeral=numeral))
            return 0

    def _expect_counting(self, numbers: list[int], mark: str) -> None:
        if not numbers or any(later <= earlier for earlier, later in pairwise(numbers)):
            self._add(say("Headings marked {mark} are needed, each number once and in order.", mark=mark))

    def _add(self, what: Sentence) -> None:
        self.problems.add(f"text.{self.language}.md", what)
