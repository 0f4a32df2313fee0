import type {
  ActionRepository, ApiKeyRepository, AssignmentRepository, AttemptRepository, AuditRepository, GameHostRepository, GameRepository, LeagueRepository,
  LearnerRepository, LinkedSignInRepository, MailedTokenRepository, PrivacyRepository, QuizRepository, RefreshTokenRepository, ReportRepository, Retention, ReviewRepository, Role,
  SessionRepository, UserAdministration, UserRepository,
} from "@quickfire/db";
import type { GameId, SessionId, UserId } from "@quickfire/engine";
import type { Mailer } from "@quickfire/mail";
import type { AnswerBatcher, BlockedPeople, EndedSessions, GameStore, Origin } from "@quickfire/realtime";
import type { Verification } from "@quickfire/db/verification";
import type { Logger, Metrics, Tracing } from "@quickfire/telemetry";
import type { AccountCache, JoinPatterns, ParticipantClaims, SocketClaims, Tokens } from "./auth";
import type { BoardService } from "./boards/board-service";
import type { OpenStreams } from "./boards/board-stream-router";
import type { LiveFeed } from "./game/live-feed";
import type { Limits } from "./limits";

/** What procedures of a running game work with, in every process. */
export type LiveServices = {
  store: GameStore;
  /** Collects the answers of a game for a moment and submits them in one call. */
  answers: Pick<AnswerBatcher, "submit">;
  tokens: Tokens;
  /** Who is kept out at the moment. */
  blocked: BlockedPeople;
  /** Which sign-ins ended lately: what they opened has to close. */
  ended: EndedSessions;
  metrics: Metrics;
  /** Only where traces are wanted. */
  tracing?: Tracing;
  logger: Logger;
  /** The name of this process among its kind. */
  node: string;
};

/** What web has beside: Postgres, limits, and chance. */
export type WebServices = LiveServices & {
  users: UserRepository;
  administration: UserAdministration;
  sessions: SessionRepository;
  refreshTokens: RefreshTokenRepository;
  mailedTokens: MailedTokenRepository;
  linkedSignIns: LinkedSignInRepository;
  apiKeys: ApiKeyRepository;
  /** Who stands behind the sessions and keys that are in use. */
  accounts: AccountCache;
  quizzes: QuizRepository;
  games: GameRepository;
  gameHosts: GameHostRepository;
  reports: ReportRepository;
  boards: BoardService;
  streams: OpenStreams;
  leagues: LeagueRepository;
  audit: AuditRepository;
  review: ReviewRepository;
  /** Plays a game again from its log; null where there is none. */
  verify: (gameId: GameId) => Promise<Verification | null>;
  assignments: AssignmentRepository;
  attempts: AttemptRepository;
  actions: ActionRepository;
  learners: LearnerRepository;
  privacy: PrivacyRepository;
  /** As set for the worker, which acts on it. */
  retention: Retention;
  limits: Limits;
  /** What the big screen shows to newcomers of games that ask for it. */
  joinPatterns: JoinPatterns;
  mailer: Mailer;
  /** Whoever proves this address looks after the accounts. */
  adminEmail?: string;
  urls: { web: string; socket: string };
  /** Where new games are, unless their host says otherwise: it stands in their ids. */
  region?: string;
  newId: () => string;
  /** A whole number from 0 up to, not including, the limit. */
  randomInt: (limit: number) => number;
};

/** `sessionId` where they signed in, and did not come with a key. */
export type SignedIn = { userId: UserId; username: string; roles: readonly Role[]; sessionId?: SessionId };

/** A request to web: by tRPC over HTTP, or through REST. Who asks may be signed in, hold a participant's token, both, or neither. */
export type HttpContext = {
  door: "http";
  services: WebServices;
  user: SignedIn | null;
  participant: ParticipantClaims | null;
  origin: Origin;
  /** What limits count by: the address, or the /64 of an IPv6 one. */
  addressBlock: string;
};

/** A socket of ws-server, which proved at its opening who it is. */
export type SocketContext = {
  door: "socket";
  services: LiveServices;
  claims: SocketClaims;
  connectionId: string;
  origin: Origin;
  feed: LiveFeed;
};

export type Context = HttpContext | SocketContext;
