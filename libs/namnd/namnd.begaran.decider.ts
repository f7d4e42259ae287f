import { blank, type Command, type Context, type Hinder, isRefusal, noReason, type Refusal, refuse, seal, streamId, unknownCase, uphold } from '@klubba/kernel';
import { masteHallas, provaNekatSammantrade, stod } from '@klubba/lagrum';
import type { NamndEvent } from './namnd.events';
import type { Platser } from './namnd.platser';
import { type Begaran, begaranLage, uppdragPa } from './namnd.projection';

export type BegaranCommand =
  /** `begaran`: the one that they join. */
  | Command<'BegarSammantrade', { av: readonly string[]; datum: string; skal?: string; begaran?: string }>
  | Command<'AterkallaBegaran', { begaran: string; av: readonly string[]; datum: string }>
  | Command<'AvslaBegaran', { begaran: string; datum: string; skal: string }>
  | Command<'NoteraBegartSammantrade', { begaran: string; sammantrade: string }>;
export type Begaranhinder = 'SKAL_SAKNAS' | 'NAMN_SAKNAS' | 'EJ_FORTROENDEVALD' | 'BEGARAN_FINNS_INTE' | 'BEGARAN_AR_AVSLAGEN' | 'BEGARAN_AR_UPPFYLLD' | 'HAR_EJ_BEGART' | 'SAMMANTRADE_MASTE_HALLAS';

type Outcome = readonly NamndEvent[] | Refusal<Begaranhinder>;

/** A1: who asks for a meeting, who takes it back, and that a request of a third, or of ordföranden, is not refused (KL 6:23). */
export const decideBegaran = (command: BegaranCommand, state: Platser & { readonly begaranden?: readonly Begaran[] }, { id, by, command: kommando }: Context): Outcome => {
  const kid = `namnd:${id}`;
  const { begaran: sokt } = command.data;
  const en = state.begaranden?.find((annan) => annan.id === sokt);
  if (sokt !== undefined && en === undefined) return refuse('BEGARAN_FINNS_INTE', 'Begäran om sammanträde finns inte.');

  switch (command.type) {
    case 'BegarSammantrade': {
      const { datum, skal } = command.data;
      const stangd = en && provaOppen(en);
      if (stangd !== undefined) return stangd;
      const av = [...new Set(command.data.av)].filter((person) => en?.av.includes(person) !== true);
      if (command.data.av.length === 0) return refuse('NAMN_SAKNAS', 'Ange vilka som begär sammanträdet.');
      if (av.length === 0) return [];
      const valda = uppdragPa(state, datum);
      const okand = av.find((person) => !valda.some((ett) => ett.person === person));
      if (okand !== undefined) return refuse('EJ_FORTROENDEVALD', `{person:${okand}} är varken ledamot eller ersättare i nämnden ${datum}.`);
      return [{ type: 'SammantradeBegart', data: { begaran: en?.id ?? streamId('begaran', by, kommando), av, datum, ...(!blank(skal) && { skal: seal(kid, skal) }) } }];
    }
    case 'AterkallaBegaran': {
      const { av, datum } = command.data;
      const stangd = provaOppen(en!);
      if (stangd !== undefined) return stangd;
      const kvar = [...new Set(av)].filter((person) => en!.av.includes(person));
      return kvar.length === 0 ? refuse('HAR_EJ_BEGART', 'Ingen av dem står bakom begäran.') : [{ type: 'BegaranAterkallad', data: { begaran: en!.id, av: kvar, datum } }];
    }
    case 'AvslaBegaran': {
      const { datum, skal } = command.data;
      if (en!.avslagen !== undefined) return [];
      if (en!.sammantrade !== undefined) return uppfylld;
      if (blank(skal)) return noReason();
      const passed = uphold<Begaranhinder>(command, kid, [provaNekad(en!, state)]);
      return isRefusal(passed) ? passed : [{ type: 'BegaranAvslagen', data: { begaran: en!.id, datum, skal: seal(kid, skal) } }];
    }
    case 'NoteraBegartSammantrade': {
      const { sammantrade } = command.data;
      return en!.sammantrade === sammantrade ? [] : [{ type: 'BegartSammantradePlanerat', data: { begaran: en!.id, sammantrade } }];
    }
    default: return unknownCase(command);
  }
};

const uppfylld = refuse<Begaranhinder>('BEGARAN_AR_UPPFYLLD', 'Sammanträdet är planerat.');
const provaOppen = ({ avslagen, sammantrade }: Begaran): Refusal<Begaranhinder> | undefined =>
  avslagen !== undefined ? refuse('BEGARAN_AR_AVSLAGEN', `Begäran avslogs ${avslagen}. Gör en ny.`) : sammantrade === undefined ? undefined : uppfylld;

/** Refused: who may not be. Before 2018 the section is not verified, and it warns. */
const provaNekad = (begaran: Begaran, platser: Platser): Hinder<Begaranhinder> | undefined => {
  const lage = begaranLage(begaran, platser);
  if (!masteHallas(lage)) return undefined;
  const { citat, allvar } = stod('kommunallag', begaran.datum);
  const fel = provaNekatSammantrade(lage) ?? { kod: 'SAMMANTRADE_MASTE_HALLAS' as const, text: 'Ordföranden anser att sammanträdet behövs. Sammanträdet måste hållas (KL 6 kap. 23 §).', lagrum: 'KL 6 kap. 23 §' };
  const lagrum = allvar === 'STOPP' ? fel.lagrum! : citat;
  return { kod: fel.kod, allvar, text: fel.text.replace('KL 6 kap. 23 §', lagrum), lagrum };
};
