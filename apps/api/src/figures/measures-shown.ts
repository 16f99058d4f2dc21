import type { Measures } from '#read-models/figures/figure-row';
import type { MeasuresDto } from './figures.dto.js';

export const measuresShown = ({ handlingMs, ...measures }: Measures): MeasuresDto => ({
  ...measures,
  handlingSeconds: handlingMs / 1000,
});
