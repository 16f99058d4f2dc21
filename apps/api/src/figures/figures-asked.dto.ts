import { DIMENSIONS, type Dimension } from '#read-models/figures/read-figures';
import { GroupBy, PeriodAskedDto } from './period-asked.dto.js';

export class FiguresAskedDto extends PeriodAskedDto {
  @GroupBy(DIMENSIONS, 'caller,day')
  readonly groupBy?: readonly Dimension[];
}
