import { readTruth } from '../data/read-truth.js';
import { readFigures } from '../engine/figures.js';
import type { ReplayContext, Replayed } from '../replay.js';
import { AttemptsBeyondCap } from './attempts-beyond-cap.js';
import { readBankFile, type Contact } from './bank-file.js';
import { compareBank } from './bank-report.js';
import { cappedCampaign, wholeCampaign, type BankFigures, type BankTruth } from './bank-truth.js';
import { CampaignPlan } from './campaign-plan.js';
import { bankFigures } from './engine-figures.js';
import { openCampaign, type OpenedCampaign } from './open-campaign.js';
import { SimulatedCaller, type Floor } from './simulated-caller.js';
import { slotsFrom } from './slots.js';
import { workSlots } from './work-slots.js';

/** A Monday with no public holiday in the ten weeks after it. */
const FIRST_DATE = '2025-08-04';

/** A whole telephone campaign: every attempt made by simulated callers, the engine's reports held against the file. */
export async function replayBank(context: ReplayContext): Promise<Replayed> {
  const contacts = await readBankFile(context.file);
  const slots = slotsFrom(FIRST_DATE);
  const campaign = await openCampaign(context, contacts, slots.next().value);
  const plan = new CampaignPlan(contacts);
  const beyondCap = new AttemptsBeyondCap(plan);
  const began = performance.now();
  context.bar.start(plan.left, 0);
  await workSlots(
    { ...campaign, callers: seated(context, campaign, plan, beyondCap), plan, beyondCap },
    slotsFrom(FIRST_DATE),
  );
  context.bar.stop();
  const seconds = (performance.now() - began) / 1000;
  const asked = { roundId: campaign.roundId, freshness: campaign.moment.token };
  const engine = bankFigures(await readFigures(context.admin, asked), beyondCap.refused);
  const figures = compareBank(engine, await expected(context, contacts));
  const notes = beyondCap.reasons.entries().map(([code, count]) => `${count} attempts refused: ${code}`);
  return { figures, calls: engine.calls, seconds, notes: [...notes] };
}

function seated(
  { cap, bar }: ReplayContext,
  { lead, callers }: OpenedCampaign,
  plan: CampaignPlan,
  beyondCap: AttemptsBeyondCap,
): readonly SimulatedCaller[] {
  const floor: Floor = {
    plan,
    lead,
    leadAllowsMore: cap === undefined,
    onCall: () => bar.increment(),
    onExhausted: (card) => beyondCap.add(card),
  };
  return callers.map((desk) => new SimulatedCaller(desk, floor));
}

async function expected({ file, cap }: ReplayContext, contacts: readonly Contact[]): Promise<BankFigures> {
  const truth = await readTruth<BankTruth>(file);
  return cap === undefined ? wholeCampaign(truth) : cappedCampaign(truth, contacts, cap);
}
