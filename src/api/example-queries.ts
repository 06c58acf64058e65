import type { ActorKind } from '../access/index.ts';

/** A query for GraphiQL's tabs: what an audience asks first. */
export interface ExampleQuery {
  audience: Exclude<ActorKind, 'anonymous'>;
  query: string;
}

export const EXAMPLE_QUERIES: readonly ExampleQuery[] = [
  {
    audience: 'employer',
    query: `# EMPLOYER: who fits our role, and why? Take a roleId from OurRoles first.
query OurRoles {
  roles(first: 50) {
    edges { node { id title city employer { name } } }
  }
}

query RankedCandidates($roleId: ID!) {
  rankedCandidates(roleId: $roleId, first: 5) {
    considered
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        score
        parts { vector text conditions wishes }
        conditions { condition verdict reason }
        talent {
          id
          country
          languages { language level }
          earliestStart
          identified
          cv { text }
        }
      }
    }
  }
}

query WhoIsThere($roleId: ID!) {
  candidateFacets(roleId: $roleId) {
    total
    countries { territory count }
    languages { language level count }
  }
  whatIfs(roleId: $roleId) { change language from to count }
}
`,
  },
  {
    audience: 'talent',
    query: `# TALENT: which roles fit me? What have I agreed to?
query MatchedRoles {
  matchedRoles(first: 5) {
    edges {
      node {
        score
        conditions { condition verdict reason }
        role {
          title
          city
          employer { name }
          salary { min max currency period }
        }
      }
    }
  }
}

mutation Agree {
  giveConsent(purpose: MATCHING) { givenAt }
}

# For two in a tandem: docs/tandem.md says how to link.
query Together {
  myTandem { id state partners { name you } }
  tandemMatches(first: 5) {
    edges {
      node {
        worth { value imbalance }
        area { rule distanceKm }
        sides { yours score role { title city employer { name } } }
      }
    }
  }
}

mutation NoLonger {
  withdrawConsent(purpose: MATCHING) { withdrawnAt }
}
`,
  },
  {
    audience: 'organiser',
    query: `# ORGANISER: who is in the pool, and which employers take part? What came of it?
query Pool {
  talents(first: 20, filter: { language: "fr" }) {
    edges {
      node { id name country segment languages { language level } }
    }
  }
  organisations(first: 20, filter: { kind: EMPLOYER }) {
    edges {
      node { id name country region employees }
    }
  }
}

query WhatCameOfIt {
  regionReport(territory: "SE-AC", from: "2026-01-01", to: "2026-12-31", zone: "Europe/Stockholm") {
    activities
    matchRate { value numerator denominator }
    meetings { shareHeld { value numerator denominator } }
    hires { value withheld }
    timeToJob { value n }
  }
}
`,
  },
  {
    audience: 'operator',
    query: `# OPERATOR: what work permits ask for, add an organisation.
query PermitRules {
  permitRules(country: "SE", first: 20) {
    edges {
      node { permit salaryFloor { amount currency period } validFrom validTo source consultedOn note }
    }
  }
}

mutation AddOrganisation {
  createOrganisation(
    input: {
      name: "Norrsken Verkstad AB"
      kind: EMPLOYER
      country: "SE"
      region: "SE-AC"
      employees: 24
    }
  ) {
    id
    version
  }
}
`,
  },
];
