import { createSlice, type PayloadAction } from "@reduxjs/toolkit";

/** Where the connection to a game stands, as the page shows it. Instants are of this browser's clock. */
export type Connection =
  | { status: "idle" }
  | { status: "connecting"; since: number }
  /** `missedAnswer`: one that was kept during the break came too late, for a question that is gone. */
  | { status: "live"; restored: boolean; missedAnswer?: true }
  /** WebSockets don't get through here: the state is fetched every few seconds, answers go by HTTP. */
  | { status: "polling" }
  | { status: "reconnecting"; attempt: number; lostAt: number; nextTryAt: number }
  | { status: "gave-up"; lostAt: number; gaveUpAt: number }
  /** Another tab of the same player took over. */
  | { status: "replaced" }
  | { status: "removed" }
  | { status: "over" }
  | { status: "refused"; reason: ConnectionRefusal };

/** Why a game can't be entered at all: trying again would not help. */
export type ConnectionRefusal = "UNKNOWN_GAME" | "NOT_A_PLAYER" | "NOT_THE_HOST" | "ENDED";

export const attemptsUntilGivingUp = 8;

const connectionSlice = createSlice({
  name: "connection",
  initialState: (): Connection => ({ status: "idle" }),
  reducers: {
    connectionChanged: (_, { payload }: PayloadAction<Connection>) => payload,
    connectRequested: (connection) => connection,
    /** "Try now", "Use here", or the browser says that it is online again. */
    retryRequested: (connection) => connection,
    /** The page came to the front again, or the browser thinks that it is offline: the socket may be dead, and the clock set. */
    lineDoubted: (connection) => connection,
    disconnectRequested: (): Connection => ({ status: "idle" }),
    answerMissed: (connection): Connection => (connection.status === "live" ? { status: "live", restored: true, missedAnswer: true } : connection),
    /** That the line is back has been shown long enough. */
    restorationShown: (connection): Connection => (connection.status === "live" ? { status: "live", restored: false } : connection),
  },
});

export const { answerMissed, connectionChanged, connectRequested, retryRequested, lineDoubted, disconnectRequested, restorationShown } = connectionSlice.actions;
export const connectionReducer = connectionSlice.reducer;
