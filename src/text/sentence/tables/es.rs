//! Spanish.

use super::Lists;

/// The word lists of Spanish.
pub(super) const LISTS: Lists = Lists {
    months: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    titles: "ee sr sra srta sres dr dra d dña prof lic ing arq gral cnel tte st sto sta ud uds vd vds p.ej ej vs cf \
            mons fr pdte excmo ilmo",
    numbered: "párr párrf cra cl pág págs p pp núm núms n no nº art arts cap vol fig tel tlf",
    enders: "ee.uu uu etc s.a s.l cía inc ltd jr a.c d.c a.m p.m u.s co av avda",
    starters: "el la los las un una unos unas este esta estos estas ese esa eso esto aquel aquella él ella ellos \
            ellas yo tú nosotros ustedes usted se su sus mi mis nuestro nuestra y e o u pero sino ni porque que \
            quien quién qué cómo cuándo dónde cuál si cuando donde aunque mientras en a al de del por para con \
            sin sobre entre desde hasta según tras ante contra durante hay es son era fue fueron ha han no sí \
            también además así entonces luego ahora hoy ayer mañana aquí allí ya todavía aún muy más menos todo \
            todos toda todas algunos muchos varios cada otro otra otros otras tal como embargo lo le les me te \
            nos",
    speech: "dijo preguntó respondió explicó",
    capitals: "ee uu ee.uu",
    nouns: "no",
    short_months: "ene feb mar abr jun jul ago sept oct nov dic lun mié jue vie sáb",
    capitalised: "mar sept",
    ..Lists::NONE
};
