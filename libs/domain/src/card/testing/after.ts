import type { CardEvent } from '#events/contracts/index';
import { given, type Given } from '../../testing/given.js';
import type { CardCommand } from '../card.commands.js';
import { cardDecider } from '../card.decider.js';
import type { Card } from '../card.js';
import { inRound, story } from './card-story.js';

/** A card in its round, after what these commands led to. */
export const after = (...commands: readonly CardCommand[]): Given<Card, CardCommand, CardEvent> =>
  given(cardDecider, ...story(...inRound, ...commands));
