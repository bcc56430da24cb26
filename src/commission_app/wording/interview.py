"""The shipped texts of counselling: the questions of the identification interview and the applicant's leaflet."""

QUESTIONS_KEY = "interview_questions"
LEAFLET_KEY = "leaflet"

QUESTIONS: tuple[str, str] = (
    """Mērķis
Kāpēc vēlaties, lai Jūsu zināšanas, prasmes un kompetences atzīst?
Kuru kvalifikāciju, studiju programmu vai tās daļu vēlaties iegūt?

Darba pieredze
Kādus darbus esat veicis, kur un cik ilgi?
Kurus darba uzdevumus veicat patstāvīgi?
Ar kādām iekārtām, materiāliem vai programmām strādājat?

Mācības un kursi
Kādus kursus, seminārus vai apmācības darbavietā esat apguvis?
Ko no tā izmantojat darbā?

Brīvprātīgais darbs un vaļasprieki
Ko esat iemācījies ārpus darba un mācībām?

Valodas un digitālās prasmes
Kurās valodās varat lasīt, rakstīt un sarunāties par nozares jautājumiem?
Kādas digitālās prasmes Jums ir?

Pierādījumi
Kādi dokumenti, darbu paraugi vai atsauksmes apliecina Jūsu prasmes?
Kas var apstiprināt Jūsu teikto?""",
    """Aim
Why do you want your knowledge, skills and competences to be recognised?
Which qualification, study programme or part of it do you want to acquire?

Work experience
What work have you done, where and how long?
Which tasks do you carry out on your own?
With which equipment, materials or programs do you work?

Learning and courses
Which courses, seminars or training at work have you completed?
What of it do you use at work?

Voluntary work and hobbies
What have you learned outside work and school?

Languages and digital skills
In which languages can you read, write and talk about matters of the trade?
Which digital skills do you have?

Evidence
Which documents, samples of work or references prove your skills?
Who can confirm what you say?""",
)

LEAFLET: tuple[str, str] = (
    """Kas tiek atzīts
Atzīt var to, ko protat un zināt neatkarīgi no tā, kur to iemācījāties: darbā, kursos, brīvprātīgajā darbā, \
pašmācībā vai iepriekšējā izglītībā.

Četri soļi
1. Apzināšana: konsultācijā noskaidrojam, ko protat un kam tas atbilst.
2. Dokumentēšana: Jūs apkopojat pierādījumus un iesniedzat iesniegumu.
3. Novērtēšana: vērtētāji salīdzina pierādījumus ar mācīšanās rezultātiem; ja nepieciešams, ir pārrunas vai \
pārbaudījums.
4. Apliecināšana: komisija pieņem lēmumu, un Jūs saņemat dokumentu par atzīto.

Pierādījumu piemēri
- darba līgums, amata apraksts, darba devēja atsauksme
- apliecības un sertifikāti par kursiem, programma ar stundu skaitu
- paša veikti darbi: fotogrāfijas, projekti, apraksti, publikācijas
- brīvprātīgā darba vai prakses apliecinājums
- iepriekšējās izglītības dokuments ar sekmju izrakstu

Kas jāņem līdzi
Personu apliecinošs dokuments, pierādījumu kopijas un to oriģināli salīdzināšanai.

Ja dokumentu nav
Pasakiet to konsultācijā: prasmes var parādīt arī pārrunās, pārbaudījumā vai praktiskā demonstrējumā.""",
    """What can be recognised
What you can do and know can be recognised wherever you learned it: at work, in courses, in voluntary work, on \
your own or in earlier education.

Four steps
1. Identification: in a consultation we find out what you can do and what it corresponds to.
2. Documentation: you gather evidence and hand in the application.
3. Assessment: assessors compare the evidence with the learning outcomes; where needed there is an interview or \
a test.
4. Certification: the commission decides, and you receive a document on what was recognised.

Examples of evidence
- employment contract, job description, employer's reference
- certificates of courses, the programme with its hours
- your own work: photographs, projects, descriptions, publications
- a confirmation of voluntary work or practice
- documents of earlier education with a transcript

What to bring
An identity document, copies of the evidence and their originals for comparison.

If there are no documents
Say so in the consultation: skills can also be shown in an interview, a test or a practical demonstration.""",
)
