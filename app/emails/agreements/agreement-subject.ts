interface About {
  reader: "pupil" | "host" | "school" | "guardian";
  pupilFirstName: string;
  hostName: string;
}

/**
 * Tells agreements apart in a list of e-mails. Those who follow many pupils read the first name, the pupil reads the host; a
 * representative, whose telephone shows subjects to others, neither.
 */
export function agreementSubject({ reader, pupilFirstName, hostName }: About, what: string): string {
  switch (reader) {
    case "school":
      return `${pupilFirstName}, ${hostName} : ${what}`;
    case "host":
      return `${pupilFirstName}, stage de seconde : ${what}`;
    case "pupil":
      return `${hostName} : ${what}`;
    case "guardian":
      return `Stage de seconde : ${what}`;
  }
}
