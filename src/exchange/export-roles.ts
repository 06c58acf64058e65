import { assertPermitted, type Context } from '../access/index.ts';
import type { EntityManager } from '../database/index.ts';
import { DocumentEntity } from '../documents/index.ts';
import { OrganisationEntity, type Organisation } from '../organisations/index.ts';
import { RoleEntity } from '../roles/index.ts';
import { roleToPosting } from './schema-org/index.ts';

/** Roles that are read together. */
const PAGE = 200;
/** How many organisations may represent one another in a row. */
const DEEPEST = 3;

/** Every role as a JobPosting with its employer, closed ones included, with that said of them. */
export async function* exportRoles(context: Context): AsyncGenerator<object> {
  assertPermitted(context.actor, 'export:run');
  for (let after: string | undefined; ;) {
    const em = context.em.fork() as EntityManager;
    const roles = await em.find(RoleEntity, after === undefined ? {} : { id: { $gt: after } }, {
      orderBy: { id: 'asc' },
      limit: PAGE,
    });
    const found = await em.find(DocumentEntity, { id: { $in: roles.map(({ id }) => id) } });
    const descriptions = new Map(found.map((description) => [description.id, description]));
    const organisations = await withProxies(em, [...new Set(roles.map(({ employerId }) => employerId))]);
    for (const role of roles) {
      const employer = organisations.get(role.employerId)!;
      yield roleToPosting(role, descriptions.get(role.id)!, employer, proxiesOf(employer, organisations));
    }
    after = roles.at(-1)?.id;
    if (roles.length < PAGE) return;
  }
}

/** The organisations and those that represent them. */
async function withProxies(em: EntityManager, ids: readonly string[]): Promise<Map<string, Organisation>> {
  const all = new Map<string, Organisation>();
  for (let missing = [...ids]; missing.length > 0;) {
    const found = await em.find(OrganisationEntity, { id: { $in: missing } });
    for (const organisation of found) all.set(organisation.id, organisation);
    missing = found.flatMap(({ representedById: id }) => (id != null && !all.has(id) ? [id] : []));
  }
  return all;
}

function proxiesOf(employer: Organisation, all: ReadonlyMap<string, Organisation>): Organisation[] {
  const proxies: Organisation[] = [];
  for (let proxy = next(employer, all); proxy && proxies.length < DEEPEST; proxy = next(proxy, all))
    proxies.push(proxy);
  return proxies;
}

const next = ({ representedById }: Organisation, all: ReadonlyMap<string, Organisation>) =>
  representedById == null ? undefined : all.get(representedById);
