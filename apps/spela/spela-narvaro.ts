import type { Fortroendevald, Ovrig } from './form';
import { lasPar } from './lista';
import { dagarEfter, PARTI, ROLL, UPPDRAG, UTAN_PARTI } from './ord';
import type { Personer, Punkter, Spel } from './spela';

const vakans = ({ tjanstgor_for }: Fortroendevald): string | undefined => (typeof tjanstgor_for === 'object' ? tjanstgor_for.vakant_plats_efter : undefined);

/** Everyone elected, by the name that the file has for them, and elected for the one day that it knows of. Throws Avbrott. */
export const spelaPersoner = async ({ spelare, mote: { narvaro: { fortroendevalda }, kallelse, sammantrade: { datum } }, namnd, ejInfort }: Spel): Promise<Personer> => {
  const personer = new Map<string, string>();
  const anteckna = async (pid: string, ordning: number, uppdrag: object): Promise<void> => {
    personer.set(pid, await spelare.ge(pid, { typ: 'RegistreraPerson', plats: pid, data: { namn: pid, slag: 'fortroendevald' } }));
    await spelare.ge(pid, { typ: 'ValjForUppdrag', id: namnd, plats: pid, data: { person: personer.get(pid), ordning, ...uppdrag } });
  };
  for (const [i, { pid, uppdrag, parti = UTAN_PARTI, roll }] of fortroendevalda.entries()) {
    const plats = `narvaro.fortroendevalda[${pid}]`;
    // A role is one ledamot's for the day.
    const kod = roll === undefined || uppdrag !== 'ledamot' || fortroendevalda.findIndex((en) => en.uppdrag === 'ledamot' && en.roll === roll) !== i ? undefined : ROLL.till.get(roll);
    if (roll !== undefined && kod === undefined) ejInfort.add(`${plats}.roll`);
    if (!PARTI.test(parti)) ejInfort.add(`${plats}.parti`);
    await anteckna(pid, i + 1, { uppdrag: UPPDRAG.till.get(uppdrag), ...(kod !== undefined && { roll: kod }), parti: PARTI.test(parti) ? parti : UTAN_PARTI, fran: datum, till: datum });
  }
  // Whose seat is vacant had it until the day before, at the latest.
  const fore = dagarEfter(datum, -1);
  const lediga = [...new Set(fortroendevalda.flatMap((en) => vakans(en) ?? []))];
  for (const [i, vem] of lediga.entries()) if (!personer.has(vem)) await anteckna(vem, fortroendevalda.length + i + 1, { uppdrag: 'ledamot', parti: UTAN_PARTI, fran: fore, till: fore });
  // Who was proposed to sign and was not there sits somewhere in the nämnd; the file does not say where.
  for (const { pid, parti } of kallelse?.foreslagen_justerare ?? []) {
    if (!personer.has(pid)) personer.set(pid, await spelare.ge(pid, { typ: 'RegistreraPerson', plats: pid, data: { namn: pid, slag: 'fortroendevald' } }));
    if (parti !== undefined && parti !== fortroendevalda.find((en) => en.pid === pid)?.parti) ejInfort.add(`kallelse.foreslagen_justerare[${pid}].parti`);
  }
  return personer;
};

/** Who was there and who served, § by §. Throws Avbrott. */
export const spelaNarvaro = async (spel: Spel, personer: Personer, punkter: Punkter): Promise<void> => {
  const { spelare, mote: { narvaro }, sammantrade: id, nummer, ejInfort } = spel;
  for (const en of narvaro.fortroendevalda) {
    // A seat goes with a time served on it.
    if (en.tjanstgor_for !== undefined && lasPar(en.tjanstgor, nummer).length === 0) ejInfort.add(`narvaro.fortroendevalda[${en.pid}].tjanstgor_for${vakans(en) === undefined ? '' : '.vakant_plats_efter'}`);
    // Who serves is there too.
    const tjanst = lasPar(en.tjanstgor, nummer);
    const bara = lasPar(en.narvarande_ej_tjanstgorande, nummer).filter((nr) => !tjanst.includes(nr));
    if (bara.join() !== lasPar(en.narvarande_ej_tjanstgorande, nummer).join()) ejInfort.add(`narvaro.fortroendevalda[${en.pid}].narvarande_ej_tjanstgorande`);
    const ersatter = en.uppdrag === 'ledamot' ? undefined : personer.get(vakans(en) ?? (en.tjanstgor_for as string | undefined) ?? '');
    const pass = [
      ...perioder(spel, punkter, tjanst).map((period) => ({ tjanstgor: true, ...(ersatter !== undefined && { ersatter }), ...period })),
      ...perioder(spel, punkter, bara).map((period) => ({ tjanstgor: false, ...period })),
    ];
    await spelare.geEllerLasIn(en.pid, {
      typ: 'AntecknaNarvaro', id, plats: en.pid, data: { person: personer.get(en.pid), pass, ...(en.franvaro_skal !== undefined && { franvaroskal: en.franvaro_skal }) },
    }, 'LasInNarvaro');
  }
  const ovriga: readonly (readonly [slag: string, falt: string, alla: readonly Ovrig[]])[] = [
    ['tjansteperson', 'tjanstepersoner', narvaro.tjanstepersoner ?? []], ['personalforetradare', 'personalforetradare', narvaro.personalforetradare ?? []], ['ovrig', 'ovriga', narvaro.ovriga ?? []],
  ];
  for (const [slag, falt, alla] of ovriga) {
    for (const [i, { titel, organisation, roll, enhet, antal, paragrafer }] of alla.entries()) {
      // Who was there, and it is not said when, was at the meeting.
      const vid = paragrafer === undefined ? nummer : lasPar(paragrafer, nummer);
      if (paragrafer === undefined) ejInfort.add(`narvaro.${falt}[${i}].paragrafer`);
      await spelare.geEllerLasIn(`${falt} ${i}`, {
        typ: 'AntecknaOvrigNarvaro', id, plats: `narvaro.${falt}[${i}]`,
        data: {
          slag, benamning: titel ?? organisation ?? roll, ...(enhet !== undefined && { enhet }), ...(antal !== undefined && { antal }),
          ...(vid.length < nummer.length && { punkter: vid.map((nr) => punkter.paragraf.get(nr)) }),
        },
      }, 'LasInOvrigNarvaro');
    }
  }
};

/**
 * Runs of §§ as first and last item. Only items that follow each other on the agenda too are run together: so a run holds
 * the same items before the klubbslag, by the agenda, as after them, by the §§.
 */
const perioder = ({ mote: { dagordning, paragrafer }, nummer }: Spel, punkter: Punkter, vid: readonly number[]): readonly { readonly franPunkt?: string; readonly tillPunkt?: string }[] => {
  if (vid.length === nummer.length && vid.length > 0) return [{}];
  const tillagda = paragrafer.filter(({ kallelse_nr }) => kallelse_nr === undefined).map(({ paragraf }) => paragraf).sort((a, b) => a - b);
  const plats = (nr: number): number => dagordning.find(({ paragraf }) => paragraf === nr)?.nr ?? dagordning.length + 1 + tillagda.indexOf(nr);
  const delar: [number, number][] = [];
  for (const nr of vid) {
    const sist = delar.at(-1);
    if (sist !== undefined && sist[1] + 1 === nr && plats(sist[1]) + 1 === plats(nr)) sist[1] = nr;
    else delar.push([nr, nr]);
  }
  return delar.map(([fran, till]) => ({ franPunkt: punkter.paragraf.get(fran)!, tillPunkt: punkter.paragraf.get(till)! }));
};
