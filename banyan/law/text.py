"""The words of the Measures in one language, addressable by chapter, article, paragraph and item."""

from collections.abc import Iterator
from dataclasses import dataclass

from banyan.kit.sentence import say
from banyan.law.norms import Article
from banyan.law.problems import LawError


@dataclass(frozen=True)
class Paragraph:
    """One paragraph (款) with its items (项), each item as printed, number included."""

    number: int
    words: str
    items: tuple[str, ...] = ()

    @property
    def full(self) -> str:
        """The paragraph with its items, one a line."""
        return "\n".join((self.words, *self.items))


@dataclass(frozen=True)
class ArticleText:
    """The words of one article (条)."""

    number: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Chapter:
    """One chapter (章)."""

    number: int
    title: str
    articles: tuple[ArticleText, ...]


@dataclass(frozen=True)
class MeasuresText:
    """The whole text in one language; ``note`` says what kind of text it is."""

    language: str
    title: str
    note: str
    chapters: tuple[Chapter, ...]

    @property
    def articles(self) -> tuple[ArticleText, ...]:
        """Every article in order."""
        return tuple(article for chapter in self.chapters for article in chapter.articles)

    def article(self, number: int) -> ArticleText:
        """The article of that number; `LawError` if there is none."""
        for article in self.articles:
            if article.number == number:
                return article
        raise LawError(say("The text has no article {number}.", number=number))

    def exact(self, article: Article) -> tuple[int, int, int]:
        """The place with its paragraph filled in where the article has only one; `LawError` if not in the text."""
        number, paragraph, item = article.place
        paragraphs = self.article(number).paragraphs
        if not paragraph and len(paragraphs) == 1:
            paragraph = 1
        missing_item = item and (
            not paragraph or paragraph > len(paragraphs) or item > len(paragraphs[paragraph - 1].items)
        )
        if paragraph > len(paragraphs) or missing_item:
            raise LawError(say("The text has no {article}.", article=article.en))
        return number, paragraph, item

    def words(self, article: Article) -> str:
        """The words at that place: an item, a paragraph with its items, or all paragraphs of the article."""
        number, paragraph, item = self.exact(article)
        paragraphs = self.article(number).paragraphs
        if item:
            return paragraphs[paragraph - 1].items[item - 1]
        chosen = paragraphs[paragraph - 1 : paragraph] if paragraph else paragraphs
        return "\n".join(each.full for each in chosen)

    def shape(self) -> Iterator[tuple[int, int, int, int]]:
        """Chapter, article, paragraph and number of items, in order: the same in every language."""
        for chapter in self.chapters:
            for article in chapter.articles:
                for paragraph in article.paragraphs:
                    yield chapter.number, article.number, paragraph.number, len(paragraph.items)
