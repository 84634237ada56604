import type { DashboardTemplate } from '../template.ts';
import { agent } from './agent.ts';
import { contactCentre } from './contact-centre.ts';
import { executive } from './executive.ts';
import { marketplaceSeller } from './marketplace-seller.ts';
import { supportManager } from './support-manager.ts';

/** Every template of a dashboard, once, in the order in which they are offered. */
export const dashboardTemplates: readonly DashboardTemplate[] = [
  supportManager,
  marketplaceSeller,
  contactCentre,
  agent,
  executive,
];
