import { PROJECT } from './pretend-resources.ts';

/** Who has made the project. */
export const OWNER = 'roles/owner\tuser:me@example.com';

/** A failure as gcloud tells it. */
export class GcloudError extends Error {}

/** Domain restricted sharing (https://cloud.google.com/resource-manager/docs/organization-policy/restricting-domains). */
export const NO_PERMITTED_CUSTOMER =
  'FAILED_PRECONDITION: One or more users named in the policy do not belong to a permitted customer.';

/** Who is logged in, and what he sees of the project: at first all is as it should be. */
export class PretendAccess {
  account = 'me@example.com';
  state = 'ACTIVE';
  billing: 'True' | 'False' | 'not to be seen' = 'True';
  seesRoles = true;
  /** Whether the organisation restricts sharing to its own domain. */
  forbidsAllUsers = false;

  /** @throws GcloudError for what is not there, or not to be seen. */
  answer(command: string, name: string): string {
    if (command === 'auth list') return this.account === '' ? '' : `${this.account}\n`;
    if (this.account === '') throw new GcloudError('You do not currently have an active account selected.');
    if (name !== PROJECT) throw new GcloudError(`PERMISSION_DENIED: ${name}, or it may not exist`);
    if (command === 'projects describe') return `${this.state}\n`;
    if (this.billing === 'not to be seen') throw new GcloudError('PERMISSION_DENIED: billing');
    return `${this.billing}\n`;
  }
}
