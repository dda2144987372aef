"""What a language pack may hold: one TOML file a language, decoded strictly (unknown keys are errors).

Words are written as a reader of the language writes them; folding (NFC, lower case) happens when the pack is compiled.
Many word lists are written as one string with words between spaces; phrases go into lists, one string a phrase.
"""

from enum import StrEnum
from typing import Literal

import msgspec

from hearsay.records import Act, Certainty


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Be the base of all sections of a pack."""


class Language(Section, frozen=True):
    """[language]: what the language is and how it is written."""

    code: str  # ISO 639-1
    name: str  # in English
    own_name: str  # in the language itself
    script: str  # ISO 15924
    right_to_left: bool = False
    verb_final: bool = False
    capital_nouns: bool = False  # whether every noun has a capital letter, so that a capital alone shows no name
    verb_second: bool = False  # whether the finite verb comes second, so that an adverbial before it is no subject
    verb_first: bool = False  # whether the verb opens its clause and its subject stands right behind it: Arabic
    capitals: bool = True  # whether names are told by capital letters
    spaces: bool = True  # whether words are written apart; where not, runs are cut into the pack's own words
    sentence_ends: str = ".!?…"
    abbreviations: str = ""  # words whose dot ends no sentence, without the dot
    cases: dict[str, str] = {}  # name of a case -> its endings ("র ের এর"); "subject" where every subject bears one
    declensions: dict[str, str] = {}  # ending of the first case ("-": none) -> those of all others, "ы е у ой/ою е"
    paradigms: dict[str, str] = {}  # name -> endings; "জান~ano" in a row of forms stands for the stem with each of them
    default_slots: str = ""  # the slots that <class> means when it names none; all when empty
    slots: str = ""  # names of the forms in a word's row, in order ("base finite finite participle ing")
    elisions: str = ""  # words that lean on the next one, without their apostrophe: "l d qu" ("qu'il" is two words)
    inversions: str = ""  # pronouns that lean on their verb with a hyphen: "il elle" ("a-t-il" is two words)
    adjectives_follow: bool = False  # whether a noun stands before its adjectives: "fuentes diplomáticas"


class Words(Section, frozen=True):
    """[words]: the closed classes that show where a noun phrase or a clause begins and ends."""

    determiners: str = ""
    quantities: str = ""  # words that tell of more than one: "two several some"
    plural_endings: str = ""  # endings that tell of more than one: "s", "রা"
    obliques: str = ""  # articles and pronouns that no subject is or has, where the verb comes second: "den ihm sich"
    genitive_determiners: str = ""  # those that can join their noun to the one before: "der Sprecher des Ministers"
    prepositions: str = ""
    postpositions: str = ""
    settings: str = ""  # words for where something was said, in the case they stand in: "বিবৃতিতে সম্মেলনে"
    auxiliaries: str = ""
    agents: str = ""  # prepositions of who acts in the passive: "by"
    passives: str = ""  # auxiliaries of the passive: "was accused"
    catenatives: str = ""  # verbs that pass their subject on: "continued to say", "declined to comment"
    possessives: str = ""
    negations: str = ""
    adverbs: str = ""
    adverb_endings: str = ""
    verb_endings: str = ""  # endings that make a verb of an unknown word right behind a noun that can act: "ed"
    complementizers: str = ""
    relatives: str = ""
    told_moods: str = ""  # verbs whose mood tells by itself that somebody else says it: "sei habe"
    conjunctions: str = ""
    subordinators: str = ""
    contrasts: str = ""  # conjunctions that, after a comma, lead back to the writer's own clause: "…, but"
    homographs: str = ""  # cue forms that are nouns too: they need somebody who can speak right before them
    falsehoods: str = ""  # words that call a claim false: "fake baseless"; with them a neutral act denies
    no_labels: str = ""  # words that open a line before a colon and are no speaker: "correction update"
    modifier_endings: str = ""  # endings of a word that links a noun to the head behind it: "সফরকারী"
    participle_endings: str = ""  # endings of a participle that, after a comma, opens an adjunct: "…, adding"
    questions: str = ""
    pronouns: str = ""  # third person subject pronouns that can be a source
    other_pronouns: str = ""  # first, second person, objects, dummies: never led back to a name
    clitics: str = ""  # object pronouns between a subject and its verb: "le lo se", "l' y en"
    verbs: str = ""  # common finite verbs that are no cues: they end a noun phrase
    whole: str = ""  # words without spaces around them that hold a known one and are none: "小说 数据"
    finite_endings: str = ""  # endings that finite verbs alone have, wherever they stand: "ует ются лась"


class WordClass(Section, frozen=True):
    """[[class]]: reporting words with the act and certainty that they carry; `words` are rows of forms (see slots)."""

    name: str
    act: Act
    words: list[str]
    certainty: Certainty | None = None
    noun: bool = False
    shares: str = ""  # forms of rows that stand in a class above too, on purpose: its patterns are tried first


class Example(Section, frozen=True):
    """One sentence with its holes filled in: text of each hole, as it stands in the sentence."""

    text: str
    who: str | None = None
    via: str | None = None
    what: str | list[str] | None = None
    whom: str | None = None


class Pattern(Section, frozen=True):
    """[[pattern]]: a sentence with holes, and examples that it must fire on with exactly those holes."""

    id: str
    pattern: str
    examples: list[Example]
    act: Act | None = None
    certainty: Certainty | None = None
    points_back: bool = False  # whether its content is the sentence before ("এ তথ্য জানিয়েছে পুলিশ")
    takes_paragraph: bool = False  # whether the rest of the paragraph belongs to the content too (speaker labels)
    headline: bool = False  # whether it is looked for in headlines only


class Sources(Section, frozen=True):
    """[sources]: common nouns that can stand behind words when no name is given."""

    people: str = ""  # official, spokesman, analyst: unnamed persons
    people_endings: str = ""  # endings that make a word a person's: "ologist women"
    documents: str = ""  # report, letter, statement: written things that say
    accounts: str = ""  # nouns for what somebody says or thinks, compounds ending in them too: "angaben ansicht"
    groups: str = ""  # ministry, police, union: bodies without a name
    media: str = ""  # those of the groups that are outlets: newspaper, agency, broadcaster
    governments: str = ""  # those of the groups that are organs of a state: government, embassy
    unnamed: list[str] = []  # phrases that hide a source: "a person familiar with the matter"
    mute: str = ""  # nouns that never stand behind words though they look as if: price, time


UnnamedKind = Literal[
    "source",
    "official",
    "minister",
    "diplomat",
    "negotiator",
    "intelligence",
    "military",
    "security",
    "court",
    "lawmaker",
    "adviser",
    "spokesperson",
    "insider",
    "executive",
    "employee",
    "expert",
    "witness",
    "medic",
    "militant",
    "activist",
    "politician",
    "media",
]
StateGroup = Literal["western", "european", "nato", "arab", "gulf", "asian", "african"]


class Unnamed(Section, frozen=True):
    """[unnamed]: words that tell what kind of unnamed source speaks, and for which group of states.

    A word ending in "-" stands for all that begin with it; "~word~" may stand inside longer words or text without spaces;
    an underscore joins the words of a phrase.
    """

    kinds: dict[UnnamedKind, str] = {}  # diplomat = "diplomat diplomats envoy"
    groups: dict[StateGroup, str] = {}  # western = "Western"


class Quotations(Section, frozen=True):
    """[quotations]: pairs of marks, outermost first, and the marks that open a line of direct speech."""

    pairs: list[str]  # "“”", "‘’", '""'
    dashes: str = ""
    fewest_words: int = 0  # so many words in marks inside reported speech are a statement of their own; 0: none is


class NameWords(Section, frozen=True):
    """[names]: what shows that an unlisted name is a person, an organisation, a place."""

    titles: str = ""  # words that stand before a person's name or in apposition to it: mr, president, mayor
    title_phrases: list[str] = []  # titles of several words: "prime minister"
    offices: dict[
        str, list[str]
    ] = {}  # office as packs/people has it, with a state's code where that alone says so -> titles
    title_links: str = ""  # words that may stand inside a title: former deputy acting
    titles_after: str = ""  # honorifics that stand after a name
    title_follows: bool = False  # whether titles stand behind names: 김민수 장관, 田中首相
    titles_of_men: str = ""
    titles_of_women: str = ""
    men: str = ""  # given names
    women: str = ""
    families: str = ""  # family names and parts of names that tell no gender
    particles: str = ""  # small words inside a name: van de bin
    suffixes: str = ""  # what follows a name and belongs to it: jr iii
    organisations: str = ""  # head words of the names of bodies: ministry party bank
    organisation_parts: str = ""  # words that stand before such a head: national central foreign
    leading_heads: str = ""  # head words that stand before the rest of a body's name: "kementerian ministerio"
    small_tails: str = ""  # syllables written small that belong to such a name: "phòng" of "Bộ Quốc phòng"
    leading_places: str = ""  # the same of places: "kota sungai"
    companies: str = ""  # inc corp ltd
    newsrooms: str = ""  # words that make an outlet of a name of several: times post gazette daily
    places: str = ""  # head words of the names of places: river street county
    joiners: str = ""  # small words inside the name of a body: of the for and
    whole_bodies: str = ""  # names of bodies in one word, which take no unknown word before them
    initials: str = ""  # names of the letters that initials and acronyms are spelt with, where capitals do not tell
    name_endings: str = ""  # endings that only names of persons have
    place_endings: str = ""  # endings that names of places have: "পুর গঞ্জ", "ск град"
    no_place_endings: str = ""  # endings of words that end so and are no places: "도시 친구"
    towns: str = ""  # names of towns and regions that are no entities of their own
    given_syllables: str = ""  # syllables of given names, where two of them behind a family name make a person: 김민수
    no_given_endings: str = ""  # syllables that at the end of a word are a particle rather than part of a name
    withheld: str = ""  # what stands for a given name that is not told: "모" of 김모 씨
    quoted: bool = False  # whether names of bodies stand in quotation marks: «Вечерний Ладвинск»
    bodies: str = ""  # head words that make a name only with a known part before them: committee squad
    no_name_endings: str = ""  # endings of words that are no names, where capitals do not tell
    no_name_beginnings: str = ""  # beginnings of words that are no names unless they are listed: the article "ال"
    no_names: str = ""  # words that are capitalised, or look like a name, and are none: monday english
    clitics: str = ""  # what may follow a case ending: "ও ই"
    articles: str = ""  # "a an the"
    definite: str = ""  # those words before a title that point back: "the that this"; empty where none is needed
    possessives: str = ""  # what makes an owner of a name: 's
    partitive: str = ""  # what joins a quantity to what it counts: of
    participles: str = ""  # endings that begin a shortened relative clause behind a noun: ed ing
    forms_of_address: str = ""  # titles after which any word is a name: mr mrs
    acting_before: list[str] = []  # phrases before a state or capital that acts: "according to"
    masculine: str = ""  # pronouns, and words that stand in for a man
    feminine: str = ""
    common: str = ""  # pronouns for one person, man or woman
    plural: str = ""  # pronouns for several, or for a body
    neuter: str = ""  # pronouns for a thing, or for a body
    addressing: str = ""  # verbs and prepositions whose object is spoken to: told asked to
    acts: str = ""  # nouns whose owner acts: statement decision
    place_verbs: str = ""  # words that show, right beside it, that a name is a place here and does not act: in to visit
    locators: str = ""  # those of them before which an unlisted name is a place: in near


class ZoneWords(Section, frozen=True):
    """[zones]: how sites of this language mark datelines, bylines, captions, credits and residue."""

    agencies: list[str] = []  # news agencies as credits print them, the fullest form first
    bylines: list[str] = []  # what opens a byline: "by", "written by"
    desks: list[str] = []  # what ends a byline that names no person: "staff reporter"
    credits: list[str] = []  # what opens a credit for the text: "reporting by"
    contributions: list[str] = []  # what ends one: "contributed to this report"
    translations: list[str] = []  # what opens a translator's credit: "translated by"
    sources: list[str] = []  # what opens a credit with a colon after it: "source"
    according: list[str] = []  # what makes a name in brackets a credit: "according to"
    name_joiners: str = ""  # small words between the names in a credit: "and in for"
    photos: list[str] = []  # what opens a picture credit with a colon after it: "photo"
    photographers: list[str] = []  # what opens one without a colon: "photo by"
    photo_marks: list[str] = []  # what shows in brackets that they hold a picture credit: "ap photo"
    captions: list[str] = []  # what opens a line that describes a picture: "file photo"
    sides: list[str] = []  # what tells in brackets where someone stands in a picture: "left"
    sides_short: list[str] = []  # the same in short; a line needs two of them: "l", "r"
    stamps: list[str] = []  # what opens a line with the date of publication: "updated"
    labels: list[str] = []  # capital words before a dash that name no place: "update"
    residue: list[str] = []  # whole lines that are leftovers, marks and numbers apart: "advertisement"
    links: list[str] = []  # what opens a link to elsewhere, alone or with a colon after it: "read more"
    invitations: list[str] = []  # what opens a line that asks the reader for something: "sign up for"


class TimeWords(Section, frozen=True):
    """[times]: what the generated CLDR tables lack, and how phrases are built.

    Tables lead a value to its words; an underscore joins those of several words. A template is words, holes like
    {month}, classes like <on>, a part that may lack in parentheses, and, where words around the time do not belong to it,
    the time in brackets: "in [{year}]".
    """

    order: str = ""  # of day, month and year in numbers, if it is not CLDR's: dmy, mdy, ymd
    capitals: str = ""  # holes whose doubtful words must have a capital letter ("month weekday")
    doubtful: str = ""  # words that are times only beside another word of a time: may, march, sun
    without: str = ""  # words of the CLDR tables that must not be read as times
    months: dict[str, str] = {}  # "9" = "sept"
    weekdays: dict[str, str] = {}  # "1" = "monday"
    units: dict[str, str] = {}  # D W M Y H m S, Q quarter, DE decade, CE century, WE weekend, FN fortnight
    plurals: dict[str, str] = {}  # forms of units that mean several with no number before them
    numbers: dict[str, str] = {}  # "3" = "three", "1.5" = "দেড়"
    multipliers: dict[str, str] = {}  # "100" = "hundred"
    additions: dict[str, str] = {}  # words before a number that change it: "0.5" = "সাড়ে"
    prefixes: str = ""  # letters written in one word with a time and no part of it: Arabic ل ب و
    suffixes: str = ""  # words written in one with the time before them: German abend, Marathi पूर्वी (ago)
    several: str = ""  # quantities without a number: several, many
    ordinals: dict[str, str] = {}  # "1" = "first"; "-1" = "last" of its kind
    ordinal_endings: str = ""  # what makes digits ordinal: st nd rd th
    steps: dict[str, str] = {}  # "-1" = "last past", "0" = "this", "1" = "next"
    parts: dict[str, str] = {}  # MO MI AF EV NI DT of TIMEX3
    halves: dict[str, str] = {}  # AM and PM
    clocks: dict[str, str] = {}  # "12:00" = "noon"
    zones: dict[str, str] = {}  # "Z" = "utc gmt", "" = zones whose offset is not told
    seasons: dict[str, str] = {}  # SP SU FA WI
    edges: str = ""  # beginning, middle and end of a time, which TIMEX3 values leave out
    calendars: dict[str, dict[str, str]] = {}  # name of another calendar -> month -> words
    eras: dict[str, str] = {}  # "1911" = "民國": what is added to a year counted from there -> words before it
    first_year: str = ""  # what the first year of an era is called: 元 of 令和元年
    common_era: int = 0  # what is added to any year too late for our count: -543 where years are the Buddha's
    week_steps: bool = False  # whether a step before a weekday counts weeks: 上周二 is Tuesday of last week
    classes: dict[str, str] = {}  # words that templates name together: <on>
    named: dict[str, list[str]] = {}  # value -> templates: "±1D", "0D TNI", "last+1D", "P2W", "decade 199"
    phrases: dict[str, list[str]] = {}  # meaning -> templates over words (see reading/times/meanings.py)
    compounds: dict[str, list[str]] = {}  # meaning -> templates over {date}, {time} and {duration} found before
    never: list[str] = []  # templates that look like times and are none
    future: str = ""  # verbs that show that the clause is about what is to come
    future_endings: str = ""
    past: str = ""
    past_endings: str = ""


class EventType(StrEnum):
    """What can be said to happen (PLOVER without its tense and polarity); OTHER is kept for events without a frame."""

    MEET = "MEET"
    VISIT = "VISIT"
    NEGOTIATE = "NEGOTIATE"
    MEDIATE = "MEDIATE"
    SIGN = "SIGN"
    COOPERATE = "COOPERATE"
    SUPPLY = "SUPPLY"
    AID = "AID"
    RECOGNISE = "RECOGNISE"
    EASE = "EASE"
    RELEASE = "RELEASE"
    WITHDRAW = "WITHDRAW"
    CEASEFIRE = "CEASEFIRE"
    APPOINT = "APPOINT"
    RESIGN = "RESIGN"
    ELECT = "ELECT"
    SANCTION = "SANCTION"
    RESTRICT = "RESTRICT"
    SEIZE = "SEIZE"
    ARREST = "ARREST"
    CONVICT = "CONVICT"
    EXPEL = "EXPEL"
    INVESTIGATE = "INVESTIGATE"
    MOBILIZE = "MOBILIZE"
    EXERCISE = "EXERCISE"
    TEST = "TEST"
    ATTACK = "ATTACK"
    ABDUCT = "ABDUCT"
    KILL_INJURE = "KILL_INJURE"
    PROTEST = "PROTEST"
    CYBER = "CYBER"
    ACQUIRE = "ACQUIRE"
    BUILD = "BUILD"
    DISASTER = "DISASTER"
    ACCIDENT = "ACCIDENT"
    FIGURE = "FIGURE"
    OTHER = "OTHER"


class ObjectClass(StrEnum):
    """What an event is done with or to, when it is no party; the same in every language."""

    ARMS = "arms"
    TECHNOLOGY = "technology"
    FUEL = "fuel"
    GOODS = "goods"
    FOOD = "food"
    MEDICINE = "medicine"
    MONEY = "money"
    AID = "aid"
    TROOPS = "troops"
    PEOPLE = "people"
    SANCTIONS = "sanctions"
    RESTRICTIONS = "restrictions"
    AGREEMENT = "agreement"
    ELECTION = "election"
    FACILITY = "facility"
    TERRITORY = "territory"
    VEHICLE = "vehicle"
    ECONOMY = "economy"


class PartyClass(StrEnum):
    """Parties that reports leave without a name (CAMEO's agents); the same in every language."""

    ARMY = "army"
    POLICE = "police"
    GOVERNMENT = "government"
    PARLIAMENT = "parliament"
    COURT = "court"
    OFFICIALS = "officials"
    LEADER = "leader"
    ELECTION_COMMISSION = "election commission"
    REBELS = "rebels"
    MILITANTS = "militants"
    GUNMEN = "gunmen"
    PROTESTERS = "protesters"
    OPPOSITION = "opposition"
    CIVILIANS = "civilians"
    PEOPLE = "people"
    WOMEN = "women"
    CHILDREN = "children"
    STUDENTS = "students"
    WORKERS = "workers"
    JOURNALISTS = "journalists"
    REFUGEES = "refugees"
    SUSPECTS = "suspects"
    PRISONERS = "prisoners"
    HOSTAGES = "hostages"
    PEACEKEEPERS = "peacekeepers"
    DIPLOMATS = "diplomats"
    HACKERS = "hackers"
    COMPANY = "company"
    CONVOY = "convoy"


class EventExample(Section, frozen=True):
    """One sentence and the roles in it: a name as it stands there, or the class of an unnamed party or object."""

    text: str
    actor: str | None = None
    recipient: str | None = None
    object: str | None = None
    place: str | None = None
    number: float | None = None
    negated: bool = False


class EventFrame(Section, frozen=True):
    """[[events.frame]]: words that tell one type of event, and how its parties stand around them."""

    type: EventType
    patterns: list[str]  # "{actor} <verb> {object} to {recipient}", "{actor}'s <noun> of {object}"
    examples: list[EventExample]
    verbs: list[str] = []  # rows of forms (see slots), then "+ over" for a particle
    nouns: str = ""  # with commas between them, so that phrases fit in
    needs: str = ""  # roles without which the words are not enough: "recipient", "recipient|number object"
    objects: str = ""  # the only object classes that fit
    recipient_is_place: bool = False  # one visits a country, not a minister
    no_persons: bool = False  # of a named person the words are mostly a figure of speech: "attacked the candidate"


class EventWords(Section, frozen=True, rename={"frames": "frame"}):
    """[events]: words of each event type with the roles around them, and what marks a role in the language.

    Where markers follow their noun (postpositions), order is free and the markers alone give the roles.
    """

    frames: list[EventFrame] = []
    slots: str = ""  # the slots of rows of verbs here, where they are not those of the language
    cases: str = ""  # names of the cases of [language.declensions], in order: "{recipient}dat" asks for one
    markers_follow: bool = False
    markers: dict[
        str, str
    ] = {}  # the marker as patterns write it -> all that mean the same, with commas; "-" of subjects
    endings: dict[str, str] = {}  # the case ending as patterns write it -> its forms; "-" marks no role (plurals)
    genitive: str = ""  # the ending of an owner: "Qatar's mediation"
    accusative: str = ""  # the ending that a party loses in the passive
    agent: str = ""  # the marker of the doer in the passive: "by"
    place: str = ""  # markers and endings of places, with commas
    passive: list[str] = []  # what makes a verb passive: before it, or after it where markers follow
    support: list[str] = []  # rows of verbs that only carry an event noun: impose, launch, hold
    control_subject: list[str] = []  # rows: who denies, promises or threatens to act is the one who acts
    control_object: list[str] = []  # rows: who is accused of it or asked to do it is the one who acts
    accusations: list[str] = []  # rows: of these only the accused acts, never who else is named
    accused: str = ""  # the marker of the accused beside such a word, where markers follow
    clause_ends: str = ""  # words that a role never crosses
    skipped: str = ""  # words that may stand between a party and its verb
    partitives: str = ""  # prepositions that are articles at the beginning of a clause and right behind a verb: "des"
    uninflected: bool = False  # verbs have one form, so that any of them can be controlled: "promise supply arms"
    organs: dict[PartyClass, str] = {}  # unnamed parties that act for their state: with "Russian" before, Russia acts
    people: dict[PartyClass, str] = {}  # unnamed parties that do not
    objects: dict[ObjectClass, str] = {}
    numbers: dict[str, float] = {}
    counters: str = ""  # words between a number and what it counts
    heads: str = ""  # nouns that only say what the next one is or how much of it: "tonnes_of port_of", "порта тонн"
    heads_behind: str = ""  # the same behind it: "বন্দর" of "ওদেসা বন্দর থেকে"
    numbers_follow: bool = False  # a number stands behind what it counts and bears its marker: "학생 15명을"
    planned: list[str] = []  # words that put the content in the future; "~할 것~" may be part of a longer word
    planned_last: list[str] = []  # words that do so only where they close it: "発表する"
    possible: list[str] = []  # words that leave it open
    negations: list[str] = []


class PackSource(Section, frozen=True, rename={"classes": "class", "patterns": "pattern"}):
    """One whole pack as it is written."""

    language: Language
    words: Words
    quotations: Quotations
    sources: Sources
    classes: list[WordClass]
    patterns: list[Pattern]
    silent: list[str] = []
    names: NameWords = NameWords()
    zones: ZoneWords = ZoneWords()
    times: TimeWords = TimeWords()
    events: EventWords = EventWords()
    unnamed: Unnamed = Unnamed()
