"""Reads a standard from whatever file it comes in, told by its content."""

from commission_app.errors import RefusedError
from commission_app.exchange import case_framework, esco, json_reader, matrix, moodle_competencies, standard_workbook
from commission_app.exchange.standard_facts import StandardFacts
from commission_app.exchange.workbook_reader import is_workbook


def read_standard(data: bytes, name: str, language_of_text: str = "en") -> StandardFacts:
    """The standard in the file, whatever the file's name ends in; refused when no format fits."""
    if not data:
        raise RefusedError("import_file.empty_file", file=name)
    if is_workbook(data):
        return standard_workbook.read(data, name)
    if matrix.is_matrix(data):
        whole = json_reader.parsed(data, name)
        if case_framework.is_package(whole):
            return case_framework.of(whole, name, language_of_text)
        return matrix.of(whole, name, language_of_text)
    if moodle_competencies.is_competencies(data):
        return moodle_competencies.read(data, name, language_of_text)
    if esco.is_esco(data):
        return esco.read(data, name, language_of_text)
    raise RefusedError("import_file.unknown_format", file=name)
