// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { useLiveSelector } from "../parts/use-live";
import type { FeedMessage } from "../store/feed-message";
import { ánhTuyết, snapshot, snapshotMessage } from "../testing/messages";
import { renderLive } from "../testing/render-live";
import { OwnTeam } from "./OwnTeam";

function Shown() {
  const game = useLiveSelector((state) => state.feed.game);
  return game ? <OwnTeam game={game} explained /> : null;
}

function show(...messages: FeedMessage[]) {
  const view = renderLive(<Shown />);
  view.hear(...messages);
  return view;
}
const you = { ...snapshot().you, team: 2 };

it("tells a player their team in the lobby, how a score comes about, and of it when the host moves them", () => {
  const { hear } = show(snapshotMessage("e1.0", { you, teamSizes: [1, 3] }));
  const own = screen.getByRole("region", { name: "Your team" });
  expect(own.textContent).toContain("Bolts3 players");
  expect(own.textContent).toContain("Whoever comes late counts from their first question on.");
  hear({ type: "team_changed", payload: { participantId: ánhTuyết, team: 1, teamSizes: [2, 2] }, id: "e1.1" });
  expect(own.textContent).toContain("Arrows2 players");
});

it("tells their team's score and place, as it changes with each board", () => {
  const teams = [{ team: 1, score: 700.5, rank: 1, members: 1 }, { team: 2, score: 650.3, rank: 2, members: 3 }];
  const { hear } = show(snapshotMessage("e1.0", { phase: "standings", round: 1, you, teams, teamSizes: [1, 3] }));
  const own = screen.getByRole("region", { name: "Your team" });
  expect(own.textContent).toContain("650.3Place 2 of 2 teams, 3 players");
  hear({ type: "leaderboard_changed", payload: { leaderboard: [], teams: [{ team: 2, score: 900, rank: 1, members: 3 }] }, id: "e1.1" });
  expect(own.textContent).toContain("900Place 1 of 1");
});

it("says nothing where everyone plays for themselves", () => {
  show(snapshotMessage("e1.0"));
  expect(screen.queryByRole("region")).toBeNull();
});
