"""How families say the values of our filters, Spanish and English together."""

from collections.abc import Iterator

from django.utils.translation import override

from core.spoken import SPOKEN
from directory.documents import ages
from directory.models.services import Cost, Delivery, Papers
from search.languages import languages
from search.sentence.sayings import Saying, any_of, listed

FREE = Saying(
    group="cost",
    value=Cost.FREE,
    phrases=listed("""free; for free; free of charge; free of cost; no cost; no charge; at no cost; at no charge;
        without cost;
        gratis; de gratis; gratuito; gratuita; gratuitos; gratuitas; gratuitamente; sin costo; sin costo alguno;
        sin cobrar;
        que no cobren; que no cobran; que no cueste; que sea gratis; que sean gratis; regalado; regalada"""),
    unless=listed("""free or reduced; free and reduced; free reduced; free from; free speech; free range; free trade;
        free will; free fall; free time; free agent; free press; feel free; break free"""),
    not_after=any_of(
        """
    gluten sugar drug alcohol smoke tobacco fat lactose dairy nut peanut toll duty tax debt rent hands worry
    violence fragrance lead pain cancer virus stress care caffeine meat cage feel
    """
    ),
)
SLIDING = Saying(
    group="cost",
    value=Cost.SLIDING,
    phrases=listed(
        "sliding scale; sliding fee; sliding fee scale; escala móvil; según mis ingresos; según los ingresos"
    ),
)
CHEAP = Saying(
    group="cost",
    value=f"{Cost.FREE}|{Cost.SLIDING}",
    phrases=listed("""cheap; cheaper; affordable; low cost; low cost or free; free or low cost; low price;
        not expensive; inexpensive; barato; barata; baratos; baratas; baratito; baratita;
        económico; económica; económicos; económicas;
        de bajo costo; bajo costo; bajos recursos económicos; a bajo precio; a buen precio; que no sea caro;
        que no sea cara; que no cobren mucho; que no cobre mucho; gratis o de bajo costo; gratis o barato"""),
    unless=listed("""affordable housing; affordable apartments; affordable connectivity; affordable care act;
        low cost housing; ayuda económica; apoyo económico; vivienda económica; vivienda de bajo costo;
        desarrollo económico; problemas económicos; problema económico; situación económica; recursos económicos"""),
    not_before=any_of("housing apartment apartments rent rental rentals homes internet"),
    not_after=any_of("renta rentas vivienda viviendas apartamento apartamentos casa casas departamento ayuda apoyo"),
)
# "No tengo papeles" tells of a life, and so do "gente sin papeles" and "sin papeles" alone: they look for a lawyer.
SITUATION = any_of(
    """
    soy somos estoy estamos esta vivo vivimos gente personas persona familia familias inmigrante inmigrantes
    migrante migrantes hijo hijos esposo esposa mama papa trabajo trabajar trabajando abogado abogada legal
    deportar deportacion people person family families immigrant immigrants living live work working lawyer am
    have has lost trabajadores trabajador workers parents padres manejar licencia drive driving casarme viajar
    """
)
NO_PAPERS = Saying(
    group="papers",
    value=Papers.NONE,
    phrases=listed("""sin papeles; sin documentos; sin identificación; sin pedir papeles; que no pidan papeles;
        no piden papeles; que no piden papeles; no pide papeles; no pidan documentos; que no pidan identificación;
        que no pidan documentos; sin preguntar por papeles; sin mostrar papeles; sin requisitos;
        no papers; without papers; no papers needed; no papers required; no id; no id needed; no id required;
        without id; without an id; no documents; no documents needed; no documents required; no documentation;
        no paperwork; no proof; no questions asked"""),
    unless=listed("""sin papeles de; sin papeles migratorios; sin documentos migratorios; sin papeles legales;
        no id card; no papers from; not having papers; i have no papers; i have no id; we have no papers"""),
    not_after=SITUATION,
    not_before=any_of("migracion inmigracion immigration abogado lawyer deportacion"),
    alone=False,
)
DELIVERED = (
    Saying(
        group="delivery",
        value=Delivery.ONLINE,
        phrases=listed(
            "online; on line; en línea; por internet; por zoom; via zoom; on zoom; por videollamada; virtual; virtuales"
        ),
        unless=listed("pay online; pagar en línea; pagar por internet; online safety; online bullying; acoso en línea"),
        not_before=any_of("safety bullying scam scams predator predators banking school"),
        not_after=any_of("acoso fraude estafa seguridad pago bullying"),
    ),
    Saying(
        group="delivery",
        value=Delivery.PHONE,
        phrases=listed("by phone; over the phone; on the phone; por teléfono; telefónico; telefónica; por llamada"),
    ),
    Saying(
        group="delivery",
        value=Delivery.HOME,
        phrases=listed("""home visit; home visits; home visiting; home visitor; visit at home; visits at home;
        come to my home; comes to my home;
            come to my house; come to the house; a domicilio; visita a domicilio; visitas a domicilio;
            visita en casa; visitas en casa; que venga a mi casa; que vengan a mi casa; que vayan a mi casa"""),
    ),
    Saying(
        group="delivery",
        value=Delivery.IN_PERSON,
        phrases=listed("in person; en persona; presencial; presenciales"),
    ),
)
ACCESSIBLE = Saying(
    group="access",
    value="wheelchair",
    phrases=listed("""wheelchair accessible; wheelchair access; wheelchair friendly; wheelchair ramp;
        accessible by wheelchair;
        in a wheelchair; use a wheelchair; accesible en silla de ruedas; accesible para silla de ruedas;
        acceso en silla de ruedas; acceso para silla de ruedas; acceso para sillas de ruedas; en silla de ruedas;
        con rampa; rampa para silla de ruedas; accesible para sillas de ruedas; acceso a silla de ruedas"""),
    unless=listed("wheelchair ramp for my home; rampa para mi casa"),
)

# Said beside these, the name of a language is what somebody wants to learn or have translated.
SUBJECT = any_of(
    """
    class classes clase clases learn learning aprender aprendo aprenda estudiar study studying curso cursos
    course courses lesson lessons leccion lecciones teach teacher teachers maestro maestra ensenar tutor
    tutoring translate translated translation translations translator translators traductor traductora
    traductores traducir traduccion interpreter interpreters interprete interpretes interpretacion interpreting
    interpretation learner learners proficiency language languages idioma second fluency practice practicar
    improve mejorar food comida restaurant history culture nuevo basic beginner beginners conversation
    conversacion certificate exam examen test
    """
)
# Names that are seldom said of anything else, and often of a counter's language.
BARE = any_of(
    """
    es mix trc zap nah pur amu cta yua mam quc kjb ase ar zh yue cmn hmn ko km pa tl vi ru fa pt
    """
)
ALSO_CALLED = {
    "es": "castellano",
    "mix": "mixtec; mixteca; mixteco bajo; mixteco alto",
    "trc": "triqui; trique; triquis",
    "zap": "zapotec; zapoteca",
    "nah": "nahuatl; nahua",
    "pur": "purepecha; tarasco",
    "ase": "asl; sign language; lengua de señas; lenguaje de señas; lengua de señas americana; señas",
    "tl": "filipino; pilipino",
    "zh": "mandarin; mandarín",
    "fa": "persian; persa",
}
BEFORE = """in; speak; speaks; speaking; spoken in; who speak; who speaks; that speak; that speaks; en; habla;
    hablan; hable; hablen; que habla; que hablan; que hable; que hablen; atienda en; que atienda en; que
    atiendan en; someone who speaks; alguien que hable; alguien que habla; atienden en; atiendan en;
    atención en; hablando"""
AFTER = "speaking; speaker; speakers; spoken"
NO_DELIVERY = any_of(
    """
    read write leer escribir hablar learn aprender no not dont doesnt cant didnt spell fluent translated
    """
)


def sayings() -> Iterator[Saying]:
    yield from (FREE, SLIDING, CHEAP, NO_PAPERS, *DELIVERED, ACCESSIBLE)
    yield from ages.sayings()
    for code in SPOKEN:
        names = tuple(_names(code))
        said = [f"{before} {name}" for name in names for before in listed(BEFORE)]
        said += [f"{name} {after}" for name in names for after in listed(AFTER)]
        yield Saying(group="language", value=code, phrases=tuple(said), not_after=NO_DELIVERY)
        if code in BARE:
            yield Saying(group="language", value=code, phrases=names, not_after=SUBJECT, not_before=SUBJECT)


def _names(code: str) -> Iterator[str]:
    for language in languages():
        with override(language):
            yield str(SPOKEN[code])
    yield from listed(ALSO_CALLED.get(code, ""))
