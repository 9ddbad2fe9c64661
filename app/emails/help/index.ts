import { helpAnswered } from "./help-answered.tsx";
import { helpContinued } from "./help-continued.tsx";
import { helpRequested } from "./help-requested.tsx";
import { helpSecondTold } from "./help-second-told.tsx";

export const helpEmails = [helpRequested, helpSecondTold, helpAnswered, helpContinued];
