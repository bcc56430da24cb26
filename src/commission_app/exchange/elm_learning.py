"""How the learning went and was assessed, as the European Learning Model says it."""

from dataclasses import dataclass

from commission_app.exchange import elm_terms, twin_words
from commission_app.exchange.elm_nodes import Node, Nodes, concept
from commission_app.exchange.twin_words import worded
from commission_app.rules.certificate_record import CertificateRecord, RecordElements
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.microcredential import AssessmentKind, Participation, Supervision


@dataclass(frozen=True)
class Learning:
    """The learning behind one certificate; `award` says who awarded it and when."""

    record: CertificateRecord
    nodes: Nodes
    award: Node

    def assessment(self, mark: Said, *path: str) -> Node:
        """How it was assessed and with what grade; each way of assessing is named."""
        nodes, said = self.nodes, self.record.elements or RecordElements()
        watched = twin_words.one_of(Supervision, said.supervision)
        title = nodes.literal(twin_words.joined(twin_words.assessments(self.record)))
        ways = [self.way(one, *path) for one in twin_words.known(AssessmentKind, said.assessment)]
        spec = nodes.node(
            "LearningAssessmentSpecification",
            *path,
            "specification",
            title=title,
            dcType=ways[0]["dcType"] if len(ways) == 1 else None,
            hasPart=ways if len(ways) > 1 else None,
        )
        return nodes.node(
            "LearningAssessment",
            *path,
            title=title,
            description=nodes.literal(said.assessment_note),
            awardedBy=self.award,
            grade=nodes.note(mark, *path, "grade"),
            idVerification=self.watched(watched) if watched else None,
            specifiedBy=spec,
        )

    def way(self, kind: AssessmentKind, *path: str) -> Node:
        """One way of assessing; the recognition of prior learning has no European word."""
        nodes, european = self.nodes, elm_terms.ASSESSMENTS.get(kind)
        word = worded(kind)
        said = concept("assessment", european) if european else nodes.own(word, "way", kind)
        title = nodes.literal(word)
        return nodes.node("LearningAssessmentSpecification", *path, "way", kind, title=title, dcType=said)

    def watched(self, kind: Supervision) -> Node:
        """Supervision and proof of identity."""
        european = elm_terms.UNSUPERVISED.get(kind)
        if european:
            return concept("supervision-verification", european)
        return self.nodes.own(worded(kind), "supervision", kind)

    @property
    def participation(self) -> Participation | None:
        """The form of participation, where it is said."""
        said = self.record.elements or RecordElements()
        return twin_words.one_of(Participation, said.participation)

    def mode(self) -> Node | None:
        """The form of participation in the European word, else in our own."""
        kind = self.participation
        if kind is None:
            return None
        european = elm_terms.MODES.get(kind)
        if european:
            return concept("learning-assessment", european)
        return self.nodes.own(worded(kind), "participation", kind)

    def activity(self) -> Node | None:
        """The learning outside a classroom that led there: work or volunteering."""
        kind = self.participation
        european = elm_terms.ACTIVITIES.get(kind) if kind else None
        if kind is None or european is None:
            return None
        nodes, title = self.nodes, self.nodes.literal(worded(kind))
        what = concept("learning-activity", european)
        spec = nodes.node("LearningActivitySpecification", "activity", "specification", title=title, dcType=what)
        return nodes.node("LearningActivity", "activity", title=title, awardedBy=self.award, specifiedBy=spec)
