import { admit, type Command, type Hinder, uphold, warning } from './decider';
import { seal } from './fact';

const stopp = (kod: string, lagrum?: string): Hinder => ({ kod, allvar: 'STOPP', text: kod, ...(lagrum !== undefined && { lagrum }) });
const ge = (skal: Record<string, string> = {}): Command => ({ type: 'Gor', data: {}, skal });

describe('Vad reglerna har emot ett kommando', () => {
  it('stoppar det som ges nu: alla stopp på en gång, inga varningar bredvid', () =>
    expect(uphold(ge(), 'x:1', [warning('V', 'v'), stopp('A'), false, undefined, stopp('B')])).toEqual({ hinder: [stopp('A'), stopp('B')] }));
  it('varnar när inget stoppar, och skälet blir ett avsteg', () => {
    expect(uphold(ge(), 'x:1', [warning('V', 'v'), false])).toEqual({ hinder: [warning('V', 'v')] });
    expect(uphold(ge({ V: 'Därför' }), 'x:1', [warning('V', 'v')])).toEqual({ avsteg: [{ kod: 'V', skal: seal('x:1', 'Därför') }] });
    expect(uphold(ge(), 'x:1', [undefined, false])).toEqual({});
  });
  it('stoppar aldrig det som läses in: det som bröts sägs en gång, med lagrum och utan text', () => {
    expect(admit([stopp('A', 'KL 6 kap. 27 §'), false, warning('V', 'v'), undefined, stopp('A', 'KL 6 kap. 27 §'), stopp('A')])).toEqual({ brott: [{ kod: 'A', lagrum: 'KL 6 kap. 27 §' }, { kod: 'V' }, { kod: 'A' }] });
    expect(admit([false, undefined])).toEqual({});
  });
});
