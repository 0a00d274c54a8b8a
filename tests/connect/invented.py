"""Invented stories, of invented outlets, people and places, whose figures and accounts differ."""

from __future__ import annotations

from typing import NamedTuple


class Piece(NamedTuple):
    """One article of a story."""

    outlet: str
    published: str
    text: str
    title: str = ""


BATTLE = (
    Piece("Coast Wire", "2031-05-02T09:00:00Z",
          "Norvian and Sarkan troops fought for six hours at the Olten pass on Thursday. The Norvian army said that "
          "four of "
          "its soldiers were killed when Sarkan troops opened fire on a patrol.\n\n"
          "The Norvian army attacked a Sarkan post without warning, Sarka's defence ministry said in a statement. It "
          "said that "
          "eleven Norvian soldiers were killed in the fighting at the pass."),
    Piece("Hill Gazette", "2031-05-02T15:00:00Z",
          "Sarka's defence ministry said on Thursday that eleven Norvian soldiers were killed in the fighting at the "
          "Olten "
          "pass. Observers of the Joint Mission said that they had counted at least seven dead.\n\n"
          "The Norvian army had put its losses at four dead."),
    Piece("Coast Wire", "2031-05-03T10:00:00Z",
          "The Norvian army said on Friday that five of its soldiers had been killed in Thursday's fighting at the "
          "Olten pass, "
          "not four as it had reported. Sarka's defence ministry stood by its figure of eleven killed."),
)  # fmt: skip
RAID = (
    Piece("Coast Wire", "2031-06-02T09:00:00Z",
          "Norvian jets bombed the depot at Tesk on Monday, Sarka's government said."),
    Piece("Hill Gazette", "2031-06-02T18:00:00Z",
          "Norvia's army denied on Monday that its jets had bombed the depot at Tesk."),
)  # fmt: skip
STRIKE = (
    Piece("Coast Wire", "2031-09-01T09:00:00Z",
          "Nurses in Lorm will strike for two days from Friday, their union said on Monday. The union said that all "
          "of its 900 "
          "members would take part in the strike."),
    Piece("Hill Gazette", "2031-09-04T21:00:00Z",
          "The strike of nurses in Lorm was called off late on Thursday, their union said."),
)  # fmt: skip
RUMOUR = (
    Piece("Coast Post", "2031-10-01T09:00:00Z",
          "President Olo Varn was flown to a clinic abroad on Tuesday, an anonymous channel claimed. The Coast Post "
          "has not been "
          "able to confirm the account."),
    Piece("Hill Gazette", "2031-10-01T18:00:00Z",
          "The president's office denied on Wednesday that President Olo Varn had been flown abroad."),
    Piece("Coast Post", "2031-10-03T09:00:00Z",
          "The Coast Post said on Wednesday that President Olo Varn was flown abroad, according to an anonymous "
          "channel. Our "
          "article said that he had been flown to a clinic. We withdraw the article."),
)  # fmt: skip
BLAST = (
    Piece("Coast Wire", "2031-03-04T07:00:00Z",
          "A bomb exploded at a bus station in Lorm on Tuesday, killing at least three people and wounding about 15, "
          "police "
          "said."),
    Piece("Lorm Mirror", "2031-03-04T18:00:00Z",
          "The bombing of the bus station in Lorm killed six people, police said. \"We have admitted 21 wounded,\" "
          "said Dr. Ana "
          "Resk of the Saint Orm Hospital."),
    Piece("Hill Gazette", "2031-03-05T15:00:00Z",
          "Seven people were killed in the bombing of the bus station in Lorm, a figure that counts the bomber, the "
          "interior "
          "ministry said on Wednesday. Twenty-five people were injured, it said."),
    Piece("Dune Standard", "2031-03-06T15:00:00Z",
          "Two people who were hurt in the bombing of a bus station in Lorm have died, bringing the number of "
          "victims to eight, "
          "the health ministry said. The count leaves out the bomber."),
)  # fmt: skip
