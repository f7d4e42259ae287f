import { Matches } from 'class-validator';
import { enumOf } from '@klubba/kernel/edge';
import { OVERKLAGANDESLAG } from '@klubba/lagrum';
import { BESLUTSTYPER } from './sammantrade.gemensamt.events';
import { MOTESTID } from './klockslag';
import { EJ_I_KALLAN } from './sammantrade.inlasning.events';

export const Beslutstyp = enumOf('Beslutstyp', 'Vad som blev av en punkt. De två sista bara i det som är inläst: källan säger inte vad som beslutades.', ...BESLUTSTYPER, ...EJ_I_KALLAN);
export const Overklagandeslag = enumOf('Overklagandeslag', 'Hur ett beslut överklagas; avgör vilken tid som löper.', ...OVERKLAGANDESLAG);
export const Rendition = enumOf('Rendition', 'Den interna eller den offentliga återgivningen; numren är desamma.', 'INTERN', 'OFFENTLIG');
export const Narvarouppdrag = enumOf('Narvarouppdrag', 'Ledamot eller ersättare.', 'ledamot', 'ersattare');
export const Narvaroroll = enumOf('Narvaroroll', 'Presidiets roller.', 'ordforande', 'forste_vice_ordforande', 'andre_vice_ordforande');

export const TEXTER_MAX = 100;
export const KORT_MAX = 60;
export const PUNKTER_MAX = 1000;
export const PERSONER_MAX = 500;
export const DIARIENUMMER = /^[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9/:. -]{0,39}$/;
export const LAGRUM = /^\d{1,2}:\d{1,2}[a-z]?$/;
/** A clock time at the meeting; see `MOTESTID`. */
export const IsMotestid = (): PropertyDecorator => Matches(MOTESTID, { message: 'ska vara ett klockslag, skrivet HH:MM, eller ÅÅÅÅ-MM-DD HH:MM när det var en senare dag.' });
