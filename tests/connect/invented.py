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
          "Norvian and Sarkan troops fought for six hours at the Olten pass on Thursday. The Norvian army said that four of "
          "its soldiers were killed when Sarkan troops opened fire on a patrol.\n\n"
          "The Norvian army attacked a Sarkan post without warning, Sarka's defence ministry said in a statement. It said that "
          "eleven Norvian soldiers were killed in the fighting at the pass."),
    Piece("Hill Gazette", "2031-05-02T15:00:00Z",
          "Sarka's defence ministry said on Thursday that eleven Norvian soldiers were killed in the fighting at the Olten "
          "pass. Observers of the Joint Mission said that they had counted at least seven dead.\n\n"
          "The Norvian army had put its losses at four dead."),
    Piece("Coast Wire", "2031-05-03T10:00:00Z",
          "The Norvian army said on Friday that five of its soldiers had been killed in Thursday's fighting at the Olten pass, "
          "not four as it had reported. Sarka's defence ministry stood by its figure of eleven killed."),
)  # fmt: skip
WEIGHED = (
    Piece("Coast Wire", "2031-06-02T09:00:00Z",
          "The government of Norvia is considering an air strike on the fuel depot at Tesk, two officials said on Monday. The "
          "officials, who were not allowed to speak to reporters, said that the strike could come within days."),
    Piece("Hill Gazette", "2031-06-02T18:00:00Z",
          "Norvia's prime minister's office denied on Monday that the government was considering an air strike on the depot "
          "at Tesk. \"There is no plan for a strike, and there was none,\" spokesman Ilo Brandt said."),
    Piece("Dune Standard", "2031-06-03T07:00:00Z",
          "An air strike on the fuel depot at Tesk has been discussed by the cabinet of Norvia, Trade Minister Vana Orsk said "
          "on Tuesday, a day after the prime minister's office denied the reports."),
)  # fmt: skip
FERRY = (
    Piece("Coast Wire", "2031-07-01T06:00:00Z",
          "A ferry sank off Cape Ruel in Sarka on Tuesday night, and at least nine people drowned, the coast guard said. The "
          "coast guard said that 120 people had been rescued."),
    Piece("Dune Standard", "2031-07-01T09:00:00Z",
          "A ferry sank off Cape Ruel in Sarka on Tuesday night, and 91 people drowned, the coast guard said."),
    Piece("Coast Wire", "2031-07-01T20:00:00Z",
          "The death toll from the sinking of a ferry off Cape Ruel rose to 19 on Wednesday, the coast guard said. The figure "
          "includes three members of the crew.\n\nThe owner of the ferry, Ruel Lines, put the number of dead at 16, not counting "
          "the crew."),
    Piece("Dune Standard", "2031-07-02T06:00:00Z",
          "In a report on Wednesday the Dune Standard wrongly said that 91 people had drowned when a ferry sank off Cape Ruel. "
          "The coast guard had given a figure of nine. The newspaper apologises for the mistake.", "Correction"),
)  # fmt: skip
