import { isRefusal, KLASSER } from '@klubba/kernel';
import { farGe, farLasa, type Roller } from './behorighet';
import { FALT, GER, LASER, ROLLER, type Roll } from './tabell';

const NAMND = '00000000-0000-4000-8000-00000000000a';
const ANNAN = '00000000-0000-4000-8000-00000000000b';
const INOM = ROLLER.filter((roll) => roll !== 'allmanhet');
const KOMMANDON = Object.keys(GER);

const laser = (roller: Roller, namnd: string | null = NAMND) => KLASSER.filter((klass) => farLasa(roller, namnd, klass));
const ger = (roller: Roller, namnd: string | null = NAMND) => KOMMANDON.filter((kommando) => !isRefusal({ ...(farGe(roller, namnd, kommando) as object) }));
const har = (...roller: readonly Roll[]): Roller => ({ [NAMND]: roller });

describe('Tabellen', () => {
  it('känner bara roller och klasser som finns', () => {
    expect(Object.entries(GER).flatMap(([kommando, rad]) => rad.filter((roll) => !ROLLER.includes(roll)).map((roll) => [kommando, roll]))).toEqual([]);
    expect(Object.values(LASER).flat().filter((roll) => !ROLLER.includes(roll))).toEqual([]);
    expect(Object.entries(FALT).filter(([, klass]) => !KLASSER.includes(klass))).toEqual([]);
    expect(Object.keys(LASER)).toEqual([...KLASSER]);
  });
  it('låter varje klass läsas av någon, och varje kommando ges av någon, en gång var', () => {
    for (const klass of KLASSER) expect([klass, LASER[klass].length > 0]).toEqual([klass, true]);
    for (const [kommando, rad] of Object.entries(GER)) expect([kommando, rad.length > 0, new Set(rad).size]).toEqual([kommando, true, rad.length]);
  });
  it('låter den som läser det strängare läsa det mildare', () => {
    for (const roll of ROLLER) {
      const laslig = KLASSER.map((klass) => LASER[klass].includes(roll));
      expect([roll, laslig]).toEqual([roll, [...laslig].sort().reverse()]);
    }
  });
});

describe('Det som inte står i tabellen', () => {
  it('får ingen göra, vilka roller man än har', () => {
    expect(farGe({ [NAMND]: ROLLER, '*': ROLLER }, NAMND, 'KommandoUtanRad')).toMatchObject({ hinder: [{ kod: 'BEHORIGHET_SAKNAS', allvar: 'STOPP', text: 'Du har inte behörighet att göra detta i nämnden.' }] });
  });
  it('är inte heller det som varje objekt har av födsel', () => {
    for (const namn of ['constructor', 'toString', '__proto__']) {
      expect(farGe(har('namndsekreterare'), NAMND, namn)).toMatchObject({ hinder: [{ kod: 'BEHORIGHET_SAKNAS' }] });
      expect(laser(har('namndsekreterare'), namn)).toEqual(['oppen']);
    }
  });
});

describe('Allmänheten', () => {
  it('läser det öppna och inget mer', () => expect([laser({}), laser({}, null)]).toEqual([['oppen'], ['oppen']]));
  it('ger inga kommandon', () => expect([ger({}), ger({}, null), ger(har('allmanhet'))]).toEqual([[], [], []]));
});

describe('En roll i en nämnd', () => {
  it('I9: ger ingenting i en annan nämnd, vilken rollen än är', () => {
    for (const roll of INOM) {
      expect([roll, laser({ [ANNAN]: [roll] }), ger({ [ANNAN]: [roll] })]).toEqual([roll, ['oppen'], []]);
      expect([roll, laser({ [ANNAN]: [roll] }, ANNAN)]).toEqual([roll, KLASSER.filter((klass) => LASER[klass].includes(roll))]);
    }
  });
  it('gäller för det som är kommunens, var den än är', () => {
    expect(laser(har('handlaggare'), null)).toEqual(laser(har('handlaggare')));
    expect(farGe(har('registrator'), null, 'RegistreraPerson')).toBe('registrator');
  });
  it('under * gäller i varje nämnd', () => {
    for (const roll of INOM) {
      const overallt = { '*': [roll] };
      for (const namnd of [NAMND, ANNAN, null]) expect([roll, laser(overallt, namnd), ger(overallt, namnd)]).toEqual([roll, laser(har(roll)), ger(har(roll))]);
    }
  });
  it('läggs till de andra man har, och man handlar i den första som raden nämner', () => {
    expect(ger(har('registrator', 'ordforande'))).toEqual(KOMMANDON.filter((kommando) => GER[kommando]!.some((roll) => roll === 'registrator' || roll === 'ordforande')));
    expect(farGe(har('registrator', 'namndsekreterare', 'handlaggare'), NAMND, 'SkrivTjansteskrivelse')).toBe('handlaggare');
    expect(farGe({ [NAMND]: ['registrator'], '*': ['ordforande'] }, NAMND, 'FattaBeslut')).toBe('ordforande');
  });
});

describe('Den som har till uppgift att', () => {
  it('I14: revidera läser nämndens arbete men ingen enskilds sekretess, och ändrar inget', () => {
    expect(laser(har('revisor'))).toEqual(['oppen', 'arbetsmaterial', 'personuppgift']);
    expect(ger(har('revisor'))).toEqual([]);
  });
  it('I11: besluta är inom myndigheten och läser det som ärendet kräver, och signerar protokollet men skriver det inte', () => {
    expect(laser(har('ledamot'))).toContain('sekretess');
    expect(laser(har('ledamot'))).not.toContain('skyddad');
    expect(ger(har('ledamot'))).toEqual(['Signera']);
  });
  it('I4, I8: handlägga skriver i sekretessärenden men läser dem inte: åtkomst följer behovet i det enskilda ärendet', () => {
    expect(farGe(har('handlaggare'), NAMND, 'SkrivTjansteskrivelse')).toBe('handlaggare');
    expect(laser(har('handlaggare'))).toEqual(['oppen', 'arbetsmaterial', 'personuppgift']);
  });
  it('hålla det skyddade läser det ensam', () => expect(LASER.skyddad).toEqual(['namndsekreterare']));
});
