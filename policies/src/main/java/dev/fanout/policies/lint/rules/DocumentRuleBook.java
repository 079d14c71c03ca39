package dev.fanout.policies.lint.rules;

import dev.fanout.policies.lint.DocumentRule;
import java.util.List;

/** All rules for one document. */
public final class DocumentRuleBook {
  private static final List<DocumentRule> RULES =
      List.of(
          new BaseAtGlobalScope(),
          new BaseRepeated(),
          new BodyNotPreserved(),
          new CacheStoreWithoutLookup(),
          new ClientCertificateNotValidated(),
          new CorsOriginNeverMatches(),
          new CorsWildcardWithCredentials(),
          new DeprecatedName(),
          new DocumentTooLarge(),
          new DoubleQuestionMark(),
          new EntraTokenOfAnyApplication(),
          new ForwardedTwice(),
          new HeaderCannotBeSet(),
          new HeaderWithoutValue(),
          new JwtCheckOff(),
          new JwtWithoutAudience(),
          new JwtWithoutIssuer(),
          new MissingBase(),
          new NothingForwarded(),
          new PlainHttp(),
          new PolicyNotOnTier(),
          new RetryHoldsWait(),
          new RetryWithoutBufferedBody(),
          new SecretInPlainText(),
          new SendRequestWithoutUrl(),
          new UnreachablePolicy(),
          new VariableNeverSet(),
          new WrongScope());

  private DocumentRuleBook() {}

  public static List<DocumentRule> rules() {
    return RULES;
  }
}
