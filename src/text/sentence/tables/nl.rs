//! Dutch.

use super::Lists;

/// The word lists of Dutch.
pub(super) const LISTS: Lists = Lists {
    months: "januari februari maart april mei juni juli augustus september oktober november december",
    titles: "dr drs mr mrs ir ing prof bc jhr mevr mej dhr hr fam st gen kol lt bijv bv d.w.z dwz i.p.v ipv i.v.m \
            ivm m.b.t mbt m.b.v t.o.v tov t.a.v o.a oa m.a.w a.h.w v.d t/m ca circa resp incl excl evt vgl vs \
            z.g zgn zg nl plm min max ds pr o.l.v o.i.d t.g.v t.n.v",
    numbered: "nr nrs no p pp blz pag art hfdst afb fig tab dl jrg vol tel par",
    enders: "enz etc e.a e.d b.v n.v bv co inc ltd jr sr u.s v.chr n.chr mln mld mrd jl a.s st str",
    starters: "de het een dit dat deze die hij zij ze ik wij we jullie u men er hun zijn haar mijn ons onze uw en \
            of maar want dus omdat doordat hoewel terwijl toen als wanneer nadat voordat sinds tot totdat indien \
            ook nog al alleen daar daarna daarom daarbij daarnaast daarmee daardoor hier hierdoor hiermee nu dan \
            vandaag gisteren morgen later eerder vroeger inmiddels ondertussen intussen echter toch verder \
            bovendien volgens voor na met zonder in op aan bij van uit over onder tussen door tegen om naar per \
            niet geen ja nee wie wat waar waarom hoe welke veel weinig sommige andere alle elk elke iedereen \
            niemand iets niets zo zelfs vooral misschien helaas sindsdien tijdens ondanks dankzij wel is was \
            waren heeft had kan moet zal wordt werd",
    speech: "zei zegt vroeg antwoordde",
    ..Lists::NONE
};
