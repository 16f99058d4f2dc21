import { projections } from '#read-models/projections';
import type { Projection } from '#read-models/store/define-projection';
import { CommandRefused, EXIT } from '../exit-codes.js';

/** All where none is named. @throws CommandRefused */
export function chosenProjections(names: readonly string[]): readonly Projection[] {
  const unknown = names.find((name) => !projections.some((projection) => projection.name === name));
  if (unknown !== undefined) {
    const known = projections.map(({ name }) => name).join(', ');
    throw new CommandRefused(`there is no view ${unknown}; there are ${known}`, EXIT.usage);
  }
  return names.length === 0 ? projections : projections.filter(({ name }) => names.includes(name));
}
