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

# Which missions and events are coming, and which are ours already?
query Occasions {
  occasions(first: 10) { edges { node { id kind name startsOn packages { id name amount currency } } } }
  myParticipations(first: 10) { edges { node { state occasion { id name } fee { amount currency } } } }
}

# At an event: whom matching suggests, and who asks for us. Take an eventId from Occasions.
query MeetingsWanted($eventId: ID!) {
  suggestedMeetings(eventId: $eventId, first: 5) { talentId roleId score }
  interests(eventId: $eventId, first: 20) {
    edges { node { id version state askedBy role { title } talent { id country identified } } }
  }
}

query OurMeetings {
  myMeetings(first: 20) {
    edges { node { id version startsAt state interviewer room link role { title } talent { id name } } }
  }
}

query OurShortlistsAndOffers {
  shortlists(first: 10) {
    edges { node { id name entries(first: 5) { edges { node { state talent { id country } firstContact { yours until } } } } } }
  }
  offers(first: 10) { edges { node { id state answerBy role { title } milestones { kind onDate } } } }
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

# Missions and events: what is coming, what I take part in, whom I could meet.
query Coming {
  occasions(first: 10) { edges { node { id kind name startsOn endsOn } } }
  myParticipations(first: 10) { edges { node { id state waitingPlace occasion { id name } } } }
  myMissionProposals { id state }
}

query MeetingsForMe($eventId: ID!) {
  suggestedMeetings(eventId: $eventId, first: 5) { organisationId roleId score }
  interests(eventId: $eventId, first: 20) {
    edges { node { id version state askedBy employer { name } role { title } } }
  }
}

query MyAgenda {
  myMeetings(first: 20) { edges { node { id startsAt state employer { name } interviewer link room } } }
  agendaCalendar
}

query WhereIStand {
  myStanding(first: 10) { edges { node { id version words reason roles { title employerName } } } }
  offers(first: 10) { edges { node { id state answerBy role { title } } } }
  messages(first: 10) { edges { node { subject text } } }
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

# Where do those live who fit a role? Take a roleId from roles.
query WhereToRecruit($roleId: ID!) {
  targetMarkets(selection: { roleIds: [$roleId] }, first: 5) {
    markets { country matches { value low high } languageFit { value } brainDrain { listed source } }
  }
}

query Occasions {
  occasions(first: 10) { edges { node { id kind name state moves hosts { leads organisation { name } } } } }
}

# One event: who takes part, who wants whom, what the planner proposed. Take an eventId from Occasions.
query Event($eventId: ID!) {
  occasion(id: $eventId) {
    name
    state
    version
    participations(first: 20) {
      edges { node { id side state organisation { name } talent { name } fee { amount currency } } }
    }
  }
  eventRules(eventId: $eventId) { answerHours talentAsks employerAsks suggestions version }
  interests(eventId: $eventId, first: 20) {
    edges { node { state askedBy talent { name } employer { name } } }
  }
  planRuns(occasionId: $eventId, first: 5) {
    edges { node { id version state value bound gap placed unplacedCount } }
  }
}

# A new run; it is made in the background, and read again with planRun.
mutation Plan($eventId: ID!) {
  planEvent(eventId: $eventId, input: { seconds: 20, fairness: 0.05 }) { id state }
}

query ThePlan($eventId: ID!) {
  meetings(occasionId: $eventId, first: 50) {
    edges { node { id version startsAt state pinned room talent { name } employer { name } } }
  }
  printablePlan(occasionId: $eventId)
}

query CampaignsAndHires {
  campaigns(first: 10) { edges { node { id name state } } }
  offers(first: 10) { edges { node { state role { title } employer { name } milestones { kind onDate } } } }
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
