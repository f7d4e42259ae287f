import { OBEHANDLAD } from './sammantrade.behandling.projection';
import type { Omrostning, Punkt, Sammantrade, Steg, Yrkandeslag } from './sammantrade.projection';

/** How a proposal of each kind is called in minutes, after the name of the one who made it. */
const NAMN: Readonly<Record<Yrkandeslag, string>> = {
  bifall: 'bifallsyrkande', avslag: 'avslagsyrkande', andring: 'ändringsyrkande', tillagg: 'tilläggsyrkande', aterremiss: 'yrkande om återremiss', bordlaggning: 'yrkande om bordläggning',
  remittering: 'yrkande om remittering', eget_forslag: 'förslag', annat: 'yrkande',
};
/** In which group each one sits. */
export type Partier = (person: string) => string | undefined;

const uppraknat = (delar: readonly string[]): string => (delar.length < 2 ? delar.join('') : `${delar.slice(0, -1).join(', ')} och ${delar.at(-1)}`);
const mening = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
const personen = (person: string, partier: Partier, s = ''): string => `{person:${person}}${s}${partier(person) === undefined ? '' : ` (${partier(person)})`}`;

/**
 * How the decision came about (KL 5:67), in the wording of Swedish minutes, made of the facts and of nothing else. A person is written
 * `{person:<uuid>}`. Nothing where a step is known only as a source writes it: then that is what is shown.
 */
export const beslutsgangstext = ({ id, behandling = OBEHANDLAD, beslut, forslagFran }: Pick<Punkt, 'id' | 'behandling' | 'beslut' | 'forslagFran'>, partier: Partier, organ: (namnd: string) => string = () => ''): string | undefined => {
  const { yrkanden, beslutsgang, begardAv, omrostningar } = behandling;
  if (beslutsgang === undefined || beslutsgang.typ === 'visas_inte' || beslutsgang.typ === 'saknas' || beslutsgang.steg.some(({ text }) => text !== undefined)) return undefined;
  if (omrostningar.some(({ huvudforslag, motforslag }) => huvudforslag === undefined || motforslag === undefined)) return undefined;
  const forslaget = (vad: string): string => {
    const yrkande = yrkanden.find((en) => en.yrkande === vad);
    if (yrkande === undefined) return 'liggande förslag';
    const [forst, ...andra] = yrkande.av;
    return forst === undefined ? `ett ${NAMN[yrkande.slag]}` : `${personen(forst, partier, 's')}${andra.length + (yrkande.instammer?.length ?? 0) > 0 ? ' m.fl.' : ''} ${NAMN[yrkande.slag]}`;
  };
  const arFormellt = (vad: string): boolean => ['aterremiss', 'bordlaggning'].includes(yrkanden.find((en) => en.yrkande === vad)?.slag ?? '');
  const steget = ({ mellan = [], bifallet }: Steg): string => {
    const formellt = mellan.find(arFormellt);
    if (formellt !== undefined && mellan.length === 2) {
      const [verb, annan] = yrkanden.find((en) => en.yrkande === formellt)!.slag === 'aterremiss' ? ['återremitteras', 'avgöras i dag'] : ['bordläggas', 'avgöras i dag'];
      return `ordföranden frågar om ärendet ska ${annan} eller ${verb}${bifallet === undefined ? '' : `, och finner att det ska ${bifallet === formellt ? verb : annan}`}`;
    }
    const fann = bifallet === undefined ? '' : ` och finner att nämnden bifaller ${mellan.length === 1 ? 'det' : forslaget(bifallet)}`;
    return mellan.length === 1 ? `ordföranden prövar ${forslaget(mellan[0]!)}${fann}` : `ordföranden ställer ${uppraknat(mellan.map(forslaget))} mot varandra${fann}`;
  };
  const stegen = beslutsgang.steg.map((ett, i) => mening(i === 0 ? steget(ett) : `därefter ${steget(ett).replace(/^ordföranden (\S+)/, '$1 ordföranden')}`));
  return [
    ...(forslagFran === undefined ? [] : [`Förslaget är det i ${hanvisningstext(organ(forslagFran.namnd), forslagFran)}.`]),
    ...yrkanden.filter(({ aterkallat }) => aterkallat !== undefined).map(({ av: [forst] }) => (forst === undefined ? 'Ett yrkande återkallas.' : mening(`${personen(forst, partier)} återkallar sitt yrkande`))),
    ...(beslutsgang.typ === 'ordforanden_provar' && stegen.length === 0 ? [`Ordföranden prövar liggande förslag och finner att nämnden ${beslut?.bifallet === undefined || beslut.bifallet === id ? 'bifaller det' : `bifaller ${forslaget(beslut.bifallet)}`}.`] : []),
    ...(beslutsgang.typ === 'ett_forslag_finns' ? ['Ordföranden konstaterar att det finns ett förslag till beslut.', ...(stegen.length === 0 ? ['Ordföranden prövar det och finner att nämnden bifaller det.'] : [])] : []),
    ...stegen,
    ...(begardAv === undefined ? [] : [begardAv.length === 0 ? 'Omröstning begärs.' : mening(`${uppraknat(begardAv.map((person) => personen(person, partier)))} begär omröstning`)]),
    ...omrostningar.flatMap((en) => omrostningstext(en, forslaget, arFormellt)),
  ].join(' ');
};
const omrostningstext = (en: Omrostning, forslaget: (vad: string) => string, arFormellt: (vad: string) => boolean): readonly string[] => {
  const [huvud, mot] = [en.huvudforslag!, en.motforslag!];
  const [ja, nej] = arFormellt(mot) || arFormellt(huvud) ? [arFormellt(huvud) ? forslaget(huvud) : 'att ärendet avgörs i dag', arFormellt(mot) ? forslaget(mot) : 'att ärendet avgörs i dag'] : [forslaget(huvud), forslaget(mot)];
  const vann = en.utfall === 'ja' ? ja : nej;
  const genom = { majoritet: '', utslagsrost: ' med ordförandens utslagsröst', lottning: ' genom lottning' }[en.avgjordesGenom];
  const roster = `${en.ja} ja-röster och ${en.nej} nej-röster${en.avstar === 0 ? '' : `, och ${en.avstar} avstår`}`;
  const utfall = en.slag === 'kontraproposition' ? `nämnden utser${genom} ${vann} till motförslag` : `nämnden beslutar${genom} att bifalla ${vann}`.replace('att bifalla att', 'att');
  return [
    en.slag === 'kontraproposition' ? mening(`för att utse motförslag ställs ${ja} mot ${nej}`) : mening(`${ja} är huvudförslag och ${nej} är motförslag`),
    'Nämnden godkänner propositionsordningen: den som stödjer huvudförslaget röstar ja, den som stödjer motförslaget röstar nej.',
    `${en.sluten ? 'Omröstningen är sluten.' : ''} Omröstningen utfaller med ${roster}, och ${utfall}.`.trim(),
  ];
};

/** C4: in the main protocol the number stays and points to the § justerad by itself. */
export const hanvisningsrad = (skrivs: string): string => `${skrivs} – omedelbart justerad, se eget protokoll`;
/** Another § in words: "SN 2024-03-20 § 45". */
export const hanvisningstext = (organ: string, { nr, bokstav, datum }: { readonly nr: number; readonly bokstav?: string; readonly datum: string }): string =>
  `${organ} ${datum} § ${nr}${bokstav === undefined ? '' : ` ${bokstav}`}`.trim();

/** B4: the line of the protocol. */
export const javsrad = (person: string, ersattsAv: string | undefined): string =>
  `{person:${person}} anmäler jäv och deltar inte i handläggningen eller beslutet.${ersattsAv === undefined ? '' : ` {person:${ersattsAv}} tjänstgör.`}`;

/** Everyone whose name such a text may hold, at an item. */
export const omnamnda = ({ punkter, franvaro, javsprovningar = [] }: Pick<Sammantrade, 'punkter' | 'franvaro' | 'javsprovningar'>): readonly string[] => [
  ...javsprovningar.map(({ person }) => person),
  ...franvaro.flatMap(({ person, ersattsAv, ledsAv }) => [person, ...[ersattsAv, ledsAv].filter((en) => en !== undefined)]),
  ...punkter.flatMap(({ behandling }) => (behandling === undefined ? [] : [
    ...behandling.yrkanden.flatMap(({ av, instammer = [] }) => [...av, ...instammer]), ...(behandling.begardAv ?? []), ...behandling.omrostningar.flatMap(({ roster = [] }) => roster.map(({ person }) => person)),
    ...behandling.deltarInte.map(({ person }) => person), ...behandling.reservationer.flatMap(({ av }) => av), ...behandling.anteckningar.flatMap(({ av }) => av),
  ])),
];
const PERSON = /\{person:([0-9a-f-]{36})\}(s?)/g;
/** The names in their places; a name that ends in s takes no more of it. */
export const medNamn = (text: string, namn: (person: string) => string | undefined): string =>
  text.replace(PERSON, (_, person: string, s: string) => {
    const heter = namn(person) ?? 'en ledamot';
    return /[sxz]$/i.test(heter) ? heter : `${heter}${s}`;
  });
