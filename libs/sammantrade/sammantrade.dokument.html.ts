import type { Andringsgrund, Inlastbeslutstyp, Yrkandeslag } from './sammantrade.projection';

type Nar = { readonly namn: string; readonly parti: string; readonly nar: string };
/** A § in plain words; of a secret one only its number. */
export type Dokumentparagraf =
  | { readonly skrivs: string; readonly sekretess: true }
  | { readonly skrivs: string; readonly hanvisning: string }
  | {
    readonly skrivs: string; readonly rubrik: string; readonly beteckning?: string; readonly beslutstyp: Inlastbeslutstyp;
    readonly beslutspunkter: readonly { readonly text: string; readonly inledning: string }[];
    readonly forslag: readonly string[]; readonly forslagFran?: string; readonly underlag: readonly string[];
    readonly yrkanden: readonly { readonly slag: Yrkandeslag; readonly av: readonly string[]; readonly instammer: readonly string[]; readonly text: string; readonly motivering?: string }[];
    readonly beslutsgang: readonly string[];
    readonly omrostningar: readonly { readonly ja: number; readonly nej: number; readonly avstar: number; readonly sluten: boolean; readonly roster: readonly { readonly namn: string; readonly parti: string; readonly rost: 'ja' | 'nej' | 'avstar' }[] }[];
    readonly reservationer: readonly { readonly av: readonly string[]; readonly tillFormanFor?: string; readonly motivering?: string }[];
    readonly anteckningar: readonly { readonly slag: 'protokollsanteckning' | 'sarskilt_yttrande' | 'avvikande_mening'; readonly av: readonly string[]; readonly text: string }[];
    readonly deltarInte: readonly string[]; readonly jav: readonly string[];
    readonly andrar?: { readonly beslut: string; readonly grund: Andringsgrund; readonly skal: string };
    readonly rattelser: readonly { readonly beslutspunkt?: number; readonly text: string; readonly datum: string }[];
    readonly andrad: readonly string[]; readonly vidare: readonly string[];
  };
/** A protocol in plain words, as it is to be shown: what may not be is not in it. */
export type Dokument = {
  readonly organ: string; readonly datum: string; readonly tid: string; readonly slut?: string; readonly plats: string; readonly spann: string; readonly omedelbar?: true;
  readonly tjanstgorande: readonly (Nar & { readonly uppdrag: 'ledamot' | 'ersattare'; readonly roll?: string })[];
  readonly icke: readonly Nar[];
  readonly ovriga: readonly { readonly benamning: string; readonly enhet?: string; readonly nar: string }[];
  readonly justerare: readonly string[];
  readonly justerat?: string;
  readonly underskrifter: readonly { readonly namn: string; readonly datum: string }[];
  readonly anslag?: { readonly datum: string; readonly nedtasTidigast: string; readonly forvaringsplats: string };
  readonly paragrafer: readonly Dokumentparagraf[];
};
export const PERSONNUMMER_BORTTAGET = '[personnummer borttaget]';

type Html = { readonly html: string };
type Del = string | number | Html | readonly Html[] | false | undefined;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const iText = (del: Del): string => {
  if (del === undefined || del === false) return '';
  if (typeof del === 'string' || typeof del === 'number') return escaped(String(del));
  return 'html' in del ? del.html : del.map(({ html }) => html).join('');
};
/** HTML from a template: whatever is put in is text, unless it was made here. */
const h = (strings: TemplateStringsArray, ...delar: readonly Del[]): Html => ({ html: strings.reduce((hittills, text, i) => `${hittills}${iText(delar[i - 1])}${text}`) });

const ROLLER: Readonly<Record<string, string>> = { ordforande: 'ordförande', forste_vice_ordforande: '1:e vice ordförande', andre_vice_ordforande: '2:e vice ordförande' };
const UTAN_ORD: Readonly<Partial<Record<Inlastbeslutstyp, string>>> = {
  inget_beslut: 'Inget beslut fattas.', utga: 'Ärendet utgår.', sekretessbelagt: 'Beslutet är sekretessbelagt i källan.', ej_publicerat: 'Beslutet är inte publicerat i källan.',
};
const ANTECKNINGAR = { protokollsanteckning: 'Protokollsanteckning', sarskilt_yttrande: 'Särskilt yttrande', avvikande_mening: 'Avvikande mening' } as const;
const GRUNDER: Readonly<Record<Andringsgrund, string>> = { fl_36: 'FL 36 §', fl_37: 'FL 37 §', fl_38: 'FL 38 §', sol_14_9: 'SoL 14 kap. 9 §', annan: 'annan grund' };
const YRKANDEN: Readonly<Record<Yrkandeslag, string>> = {
  bifall: 'bifall', avslag: 'avslag', andring: 'ändring', tillagg: 'tillägg', aterremiss: 'återremiss', bordlaggning: 'bordläggning', remittering: 'remittering', eget_forslag: 'eget förslag', annat: 'annat yrkande',
};
const ROSTER = { ja: 'Ja', nej: 'Nej', avstar: 'Avstår' } as const;
const STIL = 'body{font:1rem/1.5 system-ui,sans-serif;color:#1b1b1b;background:#fff;max-width:46rem;margin:0 auto;padding:1.5rem}h1,h2,h3{line-height:1.25}table{border-collapse:collapse;margin:.5rem 0}caption{text-align:left;font-weight:600}th,td{border:1px solid #767676;padding:.25rem .6rem;text-align:left;vertical-align:top}section{margin-top:2rem;break-inside:avoid-page}';

/** The lines of a text as paragraphs. */
const stycken = (text: string): readonly Html[] => text.split(/\n+/).filter((rad) => rad.trim() !== '').map((rad) => h`<p>${rad}</p>`);
const lista = (rader: readonly (string | Html)[]): Html => h`<ul>${rader.map((rad) => h`<li>${rad}</li>`)}</ul>`;
const del = (rubrik: string, rader: readonly Html[]): Html | false => rader.length > 0 && h`<h3>${rubrik}</h3>${rader}`;

/** One page that stands by itself: no script, nothing fetched, and no text that is not shown. */
export const dokumentHtml = (dokument: Dokument): string => {
  const { organ, datum, tid, slut, plats, omedelbar, justerat, justerare, underskrifter, anslag, paragrafer } = dokument;
  const titel = `Protokoll ${organ} ${datum}${dokument.spann === '' ? '' : `, ${dokument.spann}`}`;
  return `<!doctype html>\n${h`<html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${titel}</title><style>${{ html: STIL }}</style></head><body>
<header><p>${organ}</p><h1>Sammanträdesprotokoll ${datum}</h1><dl><dt>Paragrafer</dt><dd>${dokument.spann}${omedelbar === true && ', omedelbart justerade'}</dd><dt>Tid</dt><dd>${tid}${slut !== undefined && `–${slut}`}</dd><dt>Plats</dt><dd>${plats}</dd></dl></header>
<main><section aria-labelledby="narvaro"><h2 id="narvaro">Närvaro</h2>${narvaron(dokument)}</section>
${paragrafer.map(paragrafen)}</main>
<footer><h2>Justering</h2>${justerare.length > 0 && h`<p>Justerare: ${justerare.join(', ')}</p>`}<p>${justerat === undefined ? 'Protokollet är inte justerat.' : `Justerat ${justerat}.`}</p>${
  underskrifter.length > 0 && lista(underskrifter.map((en) => `${en.namn}, ${en.datum}`))}${
  anslag !== undefined && h`<p>Tillkännagivet på anslagstavlan ${anslag.datum}. Tas ned tidigast ${anslag.nedtasTidigast}. Protokollet finns: ${anslag.forvaringsplats}.</p>`}</footer></body></html>`.html}\n`;
};

const narvaron = ({ tjanstgorande, icke, ovriga }: Dokument): readonly Html[] => [
  h`<table><caption>Tjänstgörande</caption><thead><tr><th scope="col">Namn</th><th scope="col">Parti</th><th scope="col">Som</th><th scope="col">Paragrafer</th></tr></thead><tbody>${
    tjanstgorande.map(({ namn, parti, uppdrag, roll, nar }) => h`<tr><th scope="row">${namn}</th><td>${parti}</td><td>${roll === undefined ? (uppdrag === 'ledamot' ? 'ledamot' : 'tjänstgörande ersättare') : ROLLER[roll] ?? roll}</td><td>${nar === '' ? 'alla' : nar}</td></tr>`)}</tbody></table>`,
  ...(icke.length === 0 ? [] : [h`<h3>Närvarande, inte tjänstgörande</h3>${lista(icke.map(({ namn, parti, nar }) => `${namn} (${parti})${nar === '' ? '' : `, ${nar}`}`))}`]),
  ...(ovriga.length === 0 ? [] : [h`<h3>Övriga</h3>${lista(ovriga.map(({ benamning, enhet, nar }) => [benamning, enhet, nar].filter((en) => en !== undefined && en !== '').join(', ')))}`]),
];

const paragrafen = (en: Dokumentparagraf, i: number): Html => {
  const id = `p${i + 1}`;
  if ('sekretess' in en) return h`<section aria-labelledby="${id}"><h2 id="${id}">${en.skrivs}</h2><p>Paragrafen omfattas av sekretess.</p></section>\n`;
  if ('hanvisning' in en) return h`<section aria-labelledby="${id}"><h2 id="${id}">${en.hanvisning}</h2></section>\n`;
  return h`<section aria-labelledby="${id}"><h2 id="${id}">${en.skrivs} ${en.rubrik}</h2>${en.beteckning !== undefined && h`<p>Diarienummer: ${en.beteckning}</p>`}${[
    del('Beslut', [...beslutet(en), ...(en.andrar === undefined ? [] : [h`<p>Beslutet ändrar ${en.andrar.beslut} (${GRUNDER[en.andrar.grund]}): ${en.andrar.skal}</p>`])]),
    del('Jäv', en.jav.map((rad) => h`<p>${rad}</p>`)),
    del('Förslag till beslut', [...(en.forslagFran === undefined ? [] : [h`<p>Förslag från ${en.forslagFran}</p>`]), ...(en.forslag.length === 0 ? [] : [h`<ol>${en.forslag.map((text) => h`<li>${text}</li>`)}</ol>`])]),
    del('Yrkanden', en.yrkanden.flatMap(({ slag, av, instammer, text, motivering }) => [h`<p>${av.join(', ')} (${YRKANDEN[slag]}): ${text}${instammer.length > 0 && ` Instämmer: ${instammer.join(', ')}.`}</p>`, ...(motivering === undefined ? [] : stycken(motivering))])),
    del('Beslutsgång', en.beslutsgang.map((text) => h`<p>${text}</p>`)),
    del('Omröstning', en.omrostningar.map(omrostningen)),
    del('Deltar inte i beslutet', en.deltarInte.length === 0 ? [] : [lista(en.deltarInte)]),
    del('Reservation', en.reservationer.flatMap(({ av, tillFormanFor, motivering }) => [h`<p>${av.join(', ')} reserverar sig${tillFormanFor !== undefined && ` till förmån för ${tillFormanFor}`}.</p>`, ...(motivering === undefined ? [] : stycken(motivering))])),
    ...en.anteckningar.map(({ slag, av, text }) => del(ANTECKNINGAR[slag], [h`<p>${av.join(', ')}:</p>`, ...stycken(text)])),
    del('Underlag', en.underlag.length === 0 ? [] : [lista(en.underlag)]),
    del('Rättelse', en.rattelser.map(({ beslutspunkt, text, datum }) => h`<p>${datum}${beslutspunkt !== undefined && `, beslutspunkt ${beslutspunkt}`}: ${text}</p>`)),
    del('Därefter', [...en.andrad.map((vilken) => h`<p>Beslutet är ändrat genom ${vilken}.</p>`), ...en.vidare.map((vilken) => h`<p>Förslaget är behandlat i ${vilken}.</p>`)]),
  ].filter((ett): ett is Html => ett !== false)}</section>\n`;
};

const beslutet = ({ beslutspunkter, beslutstyp }: Extract<Dokumentparagraf, { beslutstyp: unknown }>): readonly Html[] => {
  const text = UTAN_ORD[beslutstyp];
  if (beslutspunkter.length === 0) return text === undefined ? [] : [h`<p>${text}</p>`];
  return [h`<ol>${beslutspunkter.map((en) => h`<li>${en.inledning !== '' && `${en.inledning}: `}${en.text}</li>`)}</ol>`];
};
const omrostningen = ({ ja, nej, avstar, sluten, roster }: Extract<Dokumentparagraf, { beslutstyp: unknown }>['omrostningar'][number]): Html => {
  const utfall = `${sluten ? 'Sluten omröstning. ' : ''}${ja} ja, ${nej} nej${avstar === 0 ? '' : `, ${avstar} avstår`}.`;
  if (roster.length === 0) return h`<p>${utfall}</p>`;
  return h`<table><caption>${utfall}</caption><thead><tr><th scope="col">Namn</th><th scope="col">Parti</th><th scope="col">Röst</th></tr></thead><tbody>${
    roster.map(({ namn, parti, rost }) => h`<tr><th scope="row">${namn}</th><td>${parti}</td><td>${ROSTER[rost]}</td></tr>`)}</tbody></table>`;
};
