import { categoryOf } from '../store/stream-category.js';
import * as names from './stream-names.js';

/** Every category that a stream of ours can have: with others a log may share its server. */
export const streamCategories: readonly string[] = Object.values(names).map((nameOf) => categoryOf(nameOf('')));
