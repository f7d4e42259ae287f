/** Invented meetings of the form kungsbacka-moete/1, each from its seed (0–129): whatever the form allows, in any mixture, and in agreement with itself. */
type Mote = Readonly<Record<string, unknown>>;

const PARTIER = ['A', 'B', 'C', 'D', 'E'] as const;
const TYPER = ['beslut', 'beslut', 'beslut', 'förslag_till_KF', 'förslag_till_KS', 'inget_beslut', 'beslut_för_fastställande_i_KF'] as const;
const UTAN_ORD = ['inget_beslut', 'utgår', 'sekretess', 'ej_publicerad'];

export const slumpmote = (fro: number): Mote => {
  let lage = fro * 7919 + 17;
  const slump = (): number => (lage = (lage * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const tal = (minst: number, hogst: number): number => minst + Math.floor(slump() * (hogst - minst + 1));
  const chans = (del: number): boolean => slump() < del;
  const ett = <T>(...av: readonly T[]): T => av[tal(0, av.length - 1)]!;
  const nagra = <T>(hogst: number, gor: (i: number) => T): readonly T[] => Array.from({ length: tal(0, hogst) }, (_, i) => gor(i));
  const lista = (nummer: readonly number[]): string | null => (nummer.length === 0 ? null : nummer.join(ett(',', ', ')));
  const blandat = <T>(alla: readonly T[]): readonly T[] => alla.map((en) => ({ en, vikt: slump() })).sort((a, b) => a.vikt - b.vikt).map(({ en }) => en);

  const rader = Array.from({ length: tal(2, 12) }, (_, i) => ({
    nr: i + 1, rubrik: `Ärende ${i + 1} ${ett('', '– "del"', 'åäö')}`, dnr: chans(0.2) ? null : `${ett('HS-', '', 'HS ')}2024-${tal(100, 99_999)}`,
    forslag: nagra(3, (n) => ({ verb: ett('godkänner', 'noterar', null), text: `förslag ${n}`, subjekt: ett('nämnden', null), ...(chans(0.2) && { underpunkter: tal(0, 5) }) })), foredragande: nagra(2, (n) => `talare ${n}`),
    paragraf: null as number | null, status: ett('ej upptagen i protokollet', 'utgår'), sekretess: chans(0.15), ...(chans(0.2) && { tid_min: tal(0, 60) }), ...(chans(0.3) && { grupp: 'Beslutsärenden' }),
  }));
  const behandlade = rader.filter(() => chans(0.85));
  const ordning = (chans(0.4) ? blandat(behandlade) : behandlade).flatMap((rad) => (chans(0.15) ? [undefined, rad] : [rad]));
  // A nämnd has its §§ once a year, and its meetings are played in any order.
  const namnd = fro % 10;
  const forsta = 1 + 40 * ((Math.floor(fro / 10) * 7) % 13);
  const delat = chans(0.5);
  const paragrafer = ordning.map((rad, i) => {
    const sekretess = rad?.sekretess ?? chans(0.1);
    const beslutstyp = chans(0.08) ? 'utgår' : sekretess ? ett('sekretess', 'beslut', 'ej_publicerad') : ett(...TYPER);
    if (rad !== undefined) Object.assign(rad, { paragraf: forsta + i, status: beslutstyp === 'utgår' ? 'utgår' : 'behandlad' });
    const omedelbart_justerad = delat && chans(0.3);
    return {
      paragraf: forsta + i, kallelse_nr: rad?.nr ?? null, dnr: rad !== undefined && chans(0.7) ? rad.dnr : chans(0.5) ? `KS-2024-${tal(10_000, 99_999)}` : null, rubrik: rad !== undefined && chans(0.7) ? rad.rubrik : `Rubrik § ${forsta + i}`,
      fil: ['sekretess', 'ej_publicerad'].includes(beslutstyp) && chans(0.6) ? null : omedelbart_justerad ? 'omedelbart' : 'huvud', beslutstyp, omedelbart_justerad, sekretess,
      beslutspunkter: UTAN_ORD.includes(beslutstyp) ? [] : nagra(3, (n) => ({ verb: 'beslutar', text: `punkt ${n}${chans(0.2) ? ', omedelbart justerad' : ''}`, subjekt: ett('nämnden', null) })),
      underlag: nagra(2, (n) => `tjänsteskrivelse 2024-01-0${n + 1}`), andring_mot_kallelse: rad === undefined ? 'tillagt' : ett('ändrat', null, null), ...(chans(0.1) && { yrkanden: [{ av: [], typ: 'bifall', innehall: 'x' }] }),
    };
  });
  const alla = paragrafer.map(({ paragraf }) => paragraf);
  const par = (nummer: readonly number[]): string | null => (nummer.length === alla.length && chans(0.7) ? 'alla' : lista(nummer));

  let antal = 0;
  const ersattare = (tjanstgor: readonly number[], plats: unknown, bara: readonly number[]): object =>
    ({ pid: `X${++antal}`, parti: ett(...PARTIER, null), uppdrag: 'ersättare', tjanstgor: par(tjanstgor), tjanstgor_for: plats, narvarande_ej_tjanstgorande: par(bara) });
  const platser = tal(3, 9);
  const sitter = Array.from({ length: platser }, (_, i): readonly (object & { readonly pid?: string })[] => {
    const pid = `L${i + 1}`;
    const vakant = i > 2 && chans(0.15);
    const borta = vakant ? alla : chans(0.3) ? alla.filter(() => chans(0.4)) : chans(0.15) ? alla : [];
    // Whoever is away is replaced, by one or by several in turn.
    const turer = tal(1, 3);
    const delar = Array.from({ length: turer }, (__, tur) => borta.filter((nr) => (nr * 31 + i) % turer === tur)).filter((del) => del.length > 0);
    const ledamot = {
      pid, parti: ett(...PARTIER), uppdrag: 'ledamot', roll: ['ordförande', '1:e vice ordförande', '2:e vice ordförande'][i] ?? null, tjanstgor: par(alla.filter((nr) => !borta.includes(nr))),
      ...(borta.length > 0 && { franvarande: par(borta), franvaro_skal: ett('förhinder', null) }),
    };
    return [...(vakant ? [] : [ledamot]), ...delar.map((del) => ersattare(del, vakant ? { vakant_plats_efter: pid } : pid, alla.filter((nr) => !del.includes(nr) && chans(0.3))))];
  }).flat();
  const fortroendevalda = chans(0.3) ? blandat(sitter) : sitter;
  const ledamoter = sitter.flatMap((en) => ('roll' in en ? [en.pid] : []));

  // How some of them were treated, by those who serve there.
  for (const en of paragrafer.filter(({ beslutstyp }) => beslutstyp !== 'utgår')) {
    const inne = (sitter as readonly (object & { readonly pid?: string; readonly parti?: string | null; readonly tjanstgor?: string | null })[]).filter(({ tjanstgor }) => tjanstgor === 'alla' || (tjanstgor ?? '').split(',').map(Number).includes(en.paragraf));
    if (inne.length === 0 || !chans(0.5)) continue;
    const vem = (): string => ett(...inne).pid!;
    const steg = nagra(2, (n) => `steg ${n}`);
    Object.assign(en, {
      beslutsgang: { typ: ett('ordföranden_prövar', 'ett_förslag_finns', 'acklamation_mellan_förslag', 'stegvis', 'omröstning', 'saknas'), steg },
      yrkanden: nagra(3, (n) => ({ av: [vem()], typ: ett('bifall', 'avslag', 'ändring', 'återremiss', null), innehall: `yrkande ${n}`, ...(chans(0.3) && { instammer: [vem()] }), motivering: ett('därför', null) })),
      propositionsordning: nagra(2, (n) => `ordning ${n}`),
      reservationer: nagra(1, () => ({ av: [vem()], till_forman_for: ett('eget yrkande', null), motivering: ett('för dyrt', null) })),
      deltar_inte: chans(0.1) ? [{ pid: vem(), parti: null, vad: 'deltar inte' }] : [],
      protokollsanteckningar: nagra(1, () => ({ av: [vem()], innehall: 'antecknas', ...(chans(0.3) && { godkand_genom_proposition: chans(0.5) }) })),
    });
    if (!chans(0.4)) continue;
    const roster: Record<'ja' | 'nej' | 'avstar', Record<string, number>> = { ja: {}, nej: {}, avstar: {} };
    // One without a party has none in the table either.
    if (inne.some(({ parti }) => parti === null)) continue;
    for (const { parti } of inne) {
      const rost = ett('ja', 'ja', 'nej', 'avstar');
      roster[rost][parti!] = (roster[rost][parti!] ?? 0) + 1;
    }
    const summa = [roster.ja, roster.nej, roster.avstar].map((antal) => Object.values(antal).reduce((a, b) => a + b, 0)) as [number, number, number];
    Object.assign(en, {
      omrostning: {
        begard_av: chans(0.5) ? vem() : null, huvudforslag: ett('utskottets', null), motforslag: 'yrkandet', ja: ett('bifall', null), nej: 'avslag', roster, summa, utfall: summa[0] === summa[1] ? ett('ja', 'nej') : summa[0] > summa[1] ? ett('ja', null) : 'nej',
        tabell: { rader: inne.length, ...(chans(0.5) && { ordforanden: 'sist', delad_over_sidor: chans(0.5) }) },
      },
    });
  }

  const medText = (roll: string): readonly number[] => paragrafer.filter(({ fil }) => fil === roll).map(({ paragraf }) => paragraf);
  const protokoll = ['huvud', 'omedelbart'].filter((roll) => medText(roll).length > 0).map((roll) => ({
    roll, paragrafer_forsattsblad: lista(medText(roll)), paragrafer_filnamn: ett('(inga §§ i filnamnet)', '', null), paragrafer_med_text: lista(medText(roll)), paragrafer_endast_hanvisning: roll === 'huvud' ? medText('omedelbart').join() : '',
    sidor: { pdf: tal(1, 90), sidfot: tal(1, 90) },
    justering: {
      satt: ett('Digital justering', 'Omedelbar justering', null), justerare: chans(0.9) ? ett(...ledamoter) : null, sekreterare: 'sekreterare', underskriftstjanst: ett('Sigillet', null),
      signaturer: chans(0.7) ? [{ roll: 'ordförande', tid: `2024-04-1${tal(0, 9)}T10:00:00` }, { roll: 'justerare', tid: `2024-1${tal(0, 2)}-12T10:00:00` }] : [],
    },
  }));
  const datum = `2024-0${1 + (fro % 3)}-${String(1 + (fro % 27)).padStart(2, '0')}`;
  // What is told of the registers is written as each meeting likes.
  const varde = (djup: number): unknown => (djup > 0 && chans(0.3) ? (chans(0.5) ? nagra(3, () => varde(djup - 1)) : Object.fromEntries(nagra(3, (n) => [ett(`falt ${n}`, '[0]', 'å.ä', '\\n'), varde(djup - 1)]))) : ett<unknown>(tal(-5, 900), -4.6, true, false, null, 'text', '2024-01-31', '2024-02-30'));
  const post = (...falt: readonly string[]): object => Object.fromEntries([...falt, 'eget'].flatMap((namn) => (chans(0.6) ? [[namn, chans(0.8) ? ett('text', 'HS- HS-2023/1', '2024-01-31') : varde(2)]] : [])));
  const ettRegister = (falt: object): object | null => (chans(0.4) ? null : { paragraf: chans(0.9) ? ett(...paragrafer).paragraf : ett(null, 99_998), period: ett<unknown>(['2023-12-01', '2023-12-31'], ['2023-12', 'nu'], null), ...falt });
  const vid = (en: object): object => ({ ...(paragrafer.length > 0 && { paragraf: ett(...paragrafer).paragraf }), ...en });
  const register = (): object => (paragrafer.length === 0 ? {} : {
    delegationsanmalan: ettRegister({
      kategorier: nagra(3, (n) => ({ namn: `lista ${n}`, antal_rader: ett(null, n, 400), per_delegat: Object.fromEntries(nagra(4, (m) => [`titel ${m}`, tal(0, 99)])), typer: varde(2), enhet_per_dnr: varde(1), eget: varde(3) })), utskottsdagar: ett<unknown>(['2023-12-05'], ['i höst'], null),
    }),
    lex_sarah: ettRegister({ rapporter: ett<unknown>({ '2023-11': 2 }, { '2023-11': 'två' }, null), allvarligt: nagra(2, (n) => `2023-0${n}`), missforhallande: varde(1), lagrum: ett<unknown>({ allvarligt: '27 kap. 7 § SoL' }, 'SoL', null) }),
    domar_och_beslut: ettRegister({ poster: nagra(3, () => post('instans', 'datum', 'dnr', 'utgang')) }), skrivelser: ettRegister({ poster: chans(0.8) ? nagra(3, () => post('amne', 'datum')) : varde(2) }),
    ordforandebeslut: nagra(3, () => vid(post('rubrik', 'datum', 'stod'))), remisser: nagra(3, () => vid(post('dnr', 'avsandare', 'svar_senast', 'period'))),
    kopplingar: nagra(3, () => ({ fran: ett(`§ ${ett(...paragrafer).paragraf}`, 'KF § 1'), ...post('till', 'slag') })),
  });
  for (const en of paragrafer) if (chans(0.2)) Object.assign(en, { siffror: varde(3), ...(chans(0.3) && { initiativ: varde(2), overklagande: varde(1), beslutsmotivering: varde(1) }) });

  return {
    schema: 'kungsbacka-moete/1', id: `slump-${fro}`, kommun: 'Granvik', kommunkod: '9998', organ: { id: `slump${'abcdefghij'[namnd]}`, namn: 'Slumpnämnden', typ: ['nämnd', 'kommunstyrelse', 'gemensam nämnd'][namnd % 3], platser },
    kallelse: chans(0.15) ? null : {
      upprattad: ett('2023-12-20', null), kallad_till: chans(0.1) ? null : { datum, tid: ett('13.00', '9:30', null), plats: ett('Sal A', null) }, foreslagen_justerare: nagra(1, () => ({ pid: ett(...ledamoter), parti: null, som: ett('ordinarie', 'ersättare') })),
      undertecknad_av: nagra(2, (n) => `namn ${n}`), antal_punkter: rader.length, ...(chans(0.3) && { grupper: ['Öppnande', 'Ärenden'] }),
    },
    sammantrade: { datum, start: ett('13.00', '15:30', null), slut: ett('17.10', '18:00', null), plats: ett('Sal A', 'Sal B', null), ajourneringar: [], slut_anges_i: nagra(1, () => 'protokoll-huvud') },
    narvaro: {
      fortroendevalda: [...fortroendevalda, ...nagra(3, () => ersattare([], null, chans(0.5) ? alla : alla.filter(() => chans(0.5))))],
      tjanstepersoner: nagra(3, (n) => ({ titel: `chef ${n}`, paragrafer: par(alla.filter((_, i) => i === 0 || chans(0.4))), ...(chans(0.2) && { antal: tal(1, 5) }) })), personalforetradare: [], ovriga: [],
    },
    protokoll, dagordning: rader, paragrafer: chans(0.2) ? [...paragrafer].reverse() : paragrafer, ...register(),
  };
};
