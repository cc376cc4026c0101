/** One paper of the round that picks two, by members; and votes about each entry by codes. */
export const VOTING_TEMPLATE = `
schema: 2
id: hidden-votes
name: [保密投票, Hidden votes]
source: "Of this test."
period: {length: once}
subjects: [{id: project, name: [项目, Project], kind: project, answerable: leader}]
intake: {how: nominate, by: nominator, quota: {of: unit, count: 1}}
parties:
  nominator: {role: unit-officer, scope: own}
  voters: {role: member, scope: edition}
  society: {role: public, scope: code}
  body: {role: committee-leader, scope: edition, least: 3}
calendar:
  - {id: declare, act: declare, by: nominator, opens: 03-01, closes: 03-10}
  - {id: vote, act: vote, by: [voters, society], phase: main, opens: 03-11, closes: 03-20}
  - {id: decide, act: decide, by: body, opens: 03-21, closes: 03-31}
sources:
  picks:
    kind: ballot
    pick: {atMost: 2}
    electorates: [{id: members, who: voters, scope: round, name: [党员, Members]}]
    tokens: 50%
    turnout: 50%
    least: 5
    below: unranked
  users:
    kind: ballot
    levels: {good: 100, fair: 60, poor: 0}
    names: {good: [好, Good], fair: [一般, Fair], poor: [差, Poor]}
    electorates: [{id: users, who: society, scope: entry, name: [服务对象, Users]}]
    turnout: 0%
    least: 5
    below: leave-out
result:
  - phase: main
    steps:
      - {id: picked, take: picks}
      - {id: used, take: users, absent: leave-out}
      - {id: total, weigh: {picked: 60%, used: 40%}}
    score: total
    decimals: 2
    rank: {on: exact, then: shared}
outcome: [{id: first, name: [一等奖, First], code: hidden.votes, gives: honour, to: entry, first: 1, edge: in, decide: party}]
notices: []
documents: []
`;
