//! German.

use super::Lists;

/// The word lists of German.
pub(super) const LISTS: Lists = Lists {
    ordinals: true,
    capital_nouns: true,
    capital_begins: false,
    months: "januar jänner februar feber märz april mai juni juli august september oktober november dezember",
    short_months: "jan feb mrz apr jun jul aug sep sept okt nov dez",
    titles: "dr prof dipl hr frl st hl geb gest verh bzw bspw ca sog vgl zb z.b d.h dh i.d.r u.u m.e z.t z.zt zzt \
            s.o s.u vs evtl ggf gegr insb inkl exkl zzgl abzgl lt oec pol theol habil ehem eigtl einschl entspr \
            dt engl frz ital lat griech österr amerik brit russ chin jap kath prot hon priv.-doz pd anm hrsg hg \
            verf übers bearb begr ggü mind mtl jährl tägl bes betr bez dgl urspr ungef vorl wiss allg astr chem \
            zool o.g o.a s.a a.a.o a.d v.d u.d i.d i.v m.d resp röm ahd mhd nhd ste sr hptm oblt mr mrs ms \
            messrs sankt ltd.dir reg präs abg gebr v.chr n.chr",
    numbered: "nr nrn s abs art bd bde kap abb tab ziff zi az tel fax aufl jg jgg hft ausg § §§ rn rz var anh anl \
            abt kl pos ps sp z str par lfd no vol p pp fig zif hs bl mod tit",
    enders: "usw etc usf uvm u.v.m u.a u.ä o.ä ua ä co inc ltd jr sen jun sr corp plc bros std \
            min sek stk u.s u.s.a u.k d.c e.v a.m p.m v p.a m.b.h a.g s.a n.v s.p.a ff f a.d a.k.a str pl hbf \
            bhf uni tg tgl wg apr okt nov dez jan feb aug sept sep mwst cm km kg mm dl ml qm ha ccm zl ct gmbh \
            u.dgl u.s.w o.dgl dgl i.r i.a bio max ing gen med phil nat rer jur mag",
    starters: "der die das dies diese dieser dieses diesen diesem den dem des ein eine einer eines einen einem er \
            sie es ich wir ihr man mein meine sein seine seinen seiner seinem ihre ihren ihrem ihrer unser \
            unsere jeder jede jedes alle alles allen viele vielen einige manche mehrere andere beide keine kein \
            niemand jemand etwas nichts wer was wo wie wann warum wieso weshalb welche welcher welches woher \
            wohin und oder aber doch denn sondern sowie weil da dass daß damit wenn falls ob obwohl während \
            nachdem bevor bis seit seitdem als indem sobald solange sofern auch nur noch schon so sogar dann \
            danach davor dabei dafür dagegen daher darum deshalb deswegen dennoch trotzdem jedoch allerdings \
            außerdem zudem zugleich gleichzeitig inzwischen mittlerweile schließlich zuletzt zuvor zunächst \
            zuerst später früher heute gestern morgen jetzt nun bald immer wieder oft manchmal nie niemals hier \
            dort dorthin daneben darüber darunter darin daran darauf hinzu hinter vor nach bei beim in im ins an \
            am ans auf aus mit ohne gegen für um über unter zwischen von vom zu zum zur durch wegen trotz laut \
            gemäß statt anstatt innerhalb außerhalb neben entlang ab per pro nicht ja nein vielleicht \
            wahrscheinlich vermutlich offenbar angeblich natürlich sicher leider zwar weder entweder sowohl \
            einerseits andererseits immerhin insgesamt insbesondere besonders allem erst erstmals weiter weitere \
            weiterhin ebenso ebenfalls dadurch demnach demzufolge dazu davon hierzu hierfür hierbei rund etwa \
            fast knapp gut mehr weniger sehr ganz gerade derzeit aktuell künftig bislang bisher unterdessen \
            stattdessen hingegen vielmehr zumindest mindestens höchstens wenigstens anschließend nachher vorher \
            seither damals einst einmal zweimal bitte danke also nämlich übrigens jedenfalls ohnehin sonst somit \
            folglich wer's ist sind war waren hat haben hatte wird werden wurde wurden kann können könnte soll \
            sollte muss darf will wollte macht gibt ging kommt kam steht stand",
    ordinal_nouns: "jahrhundert jahrhunderts jahrhunderte mal male minute minuten spielminute platz rang runde \
            bundesliga liga klasse klassen spieltag spieltags geburtstag geburtstages geburtstags jahrestag \
            jahrestages auflage ausgabe saison etappe stock stockwerk og obergeschoss lebensjahr lebensjahres \
            halbzeit drittel viertel satz bezirk bezirks kapitel kongress sinfonie symphonie weltkrieg \
            weltkriegs weltkrieges armee division gebot grad jahr jahres jahrgang monat monats tag tages woche \
            quartal semester stelle stunde senat zivilsenat strafsenat kammer legislaturperiode wahlperiode \
            preis gang hälfte lesung mannschaft generation etage rate teil teils aufzug akt grades präsident \
            bürgermeister vorsitzende vorsitzender fc sc sv tsv internationale internationalen internationaler \
            deutsche deutschen deutscher saisontor saisontreffer saisonsieg sieg niederlage tor treffer \
            länderspiel pflichtspiel heimspiel hochzeitstag todestag todestages dynastie bataillon regiment \
            kompanie brigade korps fallschirmjäger allgemeine ordentliche klässler achttausender festival \
            weinfest ausstellung messe tagung sitzung parteitag bundesparteitag filmfestspiele versuch anlauf \
            advent",
    articles: "der die das den dem des am im zum vom beim",
    prepositions: "ab bis und oder seit gegen rund etwa",
    determiners: "zur ans ins ein eine einen einem einer eines sein seine seinen seinem seiner seines ihr ihre ihren \
            ihrem ihrer ihres mein meine meinen meinem meiner unser unsere unseren unserem unserer dieser diese \
            dieses diesen diesem jeder jede jedes jeden jedem jener jenen jenem welcher welchem welchen bereits \
            zweiten mittwoch montag dienstag donnerstag freitag samstag sonnabend sonntag mi mo di do sa so \
            sowie nächste nächsten kommenden vergangenen erstmaligen letzten ersten heutigen jährlichen dessen \
            deren euer eure euren",
    cardinals: "seite seiten rang platz nummer artikel paragraf paragraph punkt kapitel position ziffer absatz \
            zimmer raum gleis linie haus hausnummer los startnummer band stufe level klasse formel teil folge \
            episode gruppe bus tor halle liga version windows auf mit um von bis über unter rund etwa nur genau \
            insgesamt sind waren war ist uhr jahrgang baujahr stand tabellenplatz weltranglistenplatz",
    speech: "sagte sagt fragte fragt meinte meint erklärte rief schrie antwortete erwiderte betonte schrieb \
            ergänzte",
    capitalised: "mag gen fam ing",
    nouns: "art",
    amounts: "mio mrd bill tsd",
    ..Lists::NONE
};
