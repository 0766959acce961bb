package homstyle.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import homstyle.protocol.ClientId;
import homstyle.protocol.Role;
import homstyle.protocol.RoomId;
import homstyle.protocol.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant IN_AN_HOUR = KeysInFolder.NOW.plus(HOUR);
    private static final RoomToken TOKEN =
            new RoomToken(new RoomId("attic"), new UserId("u-1"), Role.EDITOR, IN_AN_HOUR);
    private static final ResumeKey KEY =
            new ResumeKey(new RoomId("attic"), new ClientId("c7k2"), new UserId("u-1"), "#2c5f8a");

    @TempDir
    Path folder;

    @TempDir
    Path otherFolder;

    private KeysInFolder folderKeys;
    private Tokens tokens;

    @BeforeEach
    void makeKeys() {
        folderKeys = KeysInFolder.in(folder);
        tokens = folderKeys.tokens();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    @DisplayName("C3: a room token says what it was made to say")
    void roomTokens(Role role) {
        var named = new RoomToken(new RoomId("attic"), new UserId("u-1"), role, IN_AN_HOUR);
        var forAnybody = new RoomToken(new RoomId("attic"), null, role, IN_AN_HOUR);

        assertThat(tokens.room(tokens.mint(named, HOUR))).contains(named);
        assertThat(tokens.room(tokens.mint(forAnybody, HOUR))).contains(forAnybody);
    }

    @Test
    @DisplayName("R6: a resume key says who one was")
    void resumeKeys() {
        assertThat(tokens.resume(tokens.mint(KEY))).contains(KEY);
    }

    @Test
    @DisplayName("R6: a resume key is good for a day")
    void resumeKeysExpire() {
        var key = tokens.mint(KEY);

        assertThat(folderKeys.tokensAfter(Duration.ofDays(1).minusSeconds(1)).resume(key))
                .contains(KEY);
        assertThat(folderKeys.tokensAfter(Duration.ofDays(1)).resume(key)).isEmpty();
    }

    @Test
    @DisplayName("C5: an expired room token is none")
    void roomTokensExpire() {
        var token = tokens.mint(TOKEN, HOUR);

        assertThat(folderKeys.tokensAfter(HOUR.minusSeconds(1)).room(token)).contains(TOKEN);
        assertThat(folderKeys.tokensAfter(HOUR).room(token)).isEmpty();
    }

    @Test
    @DisplayName("C4: whoever is invited gets a token for anybody, good no longer than that of who invites")
    void invitationsEndWithTheirToken() {
        var year = Tokens.ROOM_TOKEN_LIFE;
        var invited = new RoomToken(new RoomId("attic"), null, Role.VIEWER, IN_AN_HOUR);

        assertThat(tokens.room(tokens.mint(TOKEN.inviting(Role.VIEWER), year))).contains(invited);
        assertThat(tokens.room(tokens.mint(invited.inviting(Role.VIEWER), year)))
                .contains(invited);
        assertThat(tokens.room(tokens.mint(TOKEN.inviting(Role.VIEWER), Duration.ofMinutes(1))))
                .map(RoomToken::until)
                .contains(KeysInFolder.NOW.plus(Duration.ofMinutes(1)));
    }

    @Test
    @DisplayName("R6: a room token is no resume key, nor a resume key a room token")
    void tellsAudiencesApart() {
        assertThat(tokens.room(tokens.mint(KEY))).isEmpty();
        assertThat(tokens.resume(tokens.mint(TOKEN, HOUR))).isEmpty();
        assertThat(tokens.room(forged(claims -> claims.audience("somebody-else"))))
                .isEmpty();
        assertThat(tokens.room(forged(claims -> claims.audience((String) null))))
                .isEmpty();
    }

    @Test
    @DisplayName("C5: a token signed with another key is none, also when it names ours")
    void refusesOtherKeys() throws Exception {
        var others = KeysInFolder.in(otherFolder);
        assertThat(tokens.room(others.tokens().mint(TOKEN, HOUR))).isEmpty();

        var ours = folderKeys.keys().signing().getKeyID();
        var forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(ours).build(),
                goodClaims().build());
        forged.sign(new MACSigner(others.keys().signing()));
        assertThat(tokens.room(forged.serialize())).isEmpty();
    }

    @Test
    @DisplayName("C5: a token without the key's name, or with one we do not know, is none")
    void refusesUnknownKeyNames() throws Exception {
        for (var name : new String[] {null, "", "unknown"}) {
            var forged = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(name).build(),
                    goodClaims().build());
            forged.sign(new MACSigner(folderKeys.keys().signing()));

            assertThat(tokens.room(forged.serialize())).isEmpty();
        }
    }

    @Test
    @DisplayName("C5: a token without signature (alg none) is none")
    void refusesUnsigned() {
        var unsigned = new PlainJWT(goodClaims().build()).serialize();
        var signed = tokens.mint(TOKEN, HOUR).split("\\.");
        var header = Base64URL.encode("{\"alg\":\"none\",\"kid\":\"%s\"}"
                .formatted(folderKeys.keys().signing().getKeyID()));

        assertThat(tokens.room(unsigned)).isEmpty();
        assertThat(tokens.room(header + "." + signed[1] + ".")).isEmpty();
        assertThat(tokens.room(header + "." + signed[1] + "." + signed[2])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS384", "HS512", "RS256", "ES256", "dir"})
    @DisplayName("C5: a token that names another algorithm is none")
    void refusesOtherAlgorithms(String algorithm) {
        var signed = tokens.mint(TOKEN, HOUR).split("\\.");
        var header = Base64URL.encode("{\"alg\":\"%s\",\"kid\":\"%s\"}"
                .formatted(algorithm, folderKeys.keys().signing().getKeyID()));

        assertThat(tokens.room(header + "." + signed[1] + "." + signed[2])).isEmpty();
    }

    @Test
    @DisplayName("C5: a token with any of its characters changed is none")
    void refusesTampered() {
        var token = tokens.mint(TOKEN, HOUR);
        var lastOfSignature = token.length() - 1; // two of its bits are not used

        for (int i = 0; i < lastOfSignature; i++) {
            var other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(tokens.room(token.substring(0, i) + other + token.substring(i + 1)))
                    .as("at " + i)
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("C5: a well signed token that says nothing sensible is none")
    void refusesNonsense() {
        assertThat(tokens.room(forged(_ -> {}))).contains(TOKEN);
        assertThat(tokens.room(forged(claims -> claims.expirationTime(null)))).isEmpty();
        assertThat(tokens.room(forged(claims -> claims.claim("exp", "soon")))).isEmpty();
        assertThat(tokens.room(forged(claims -> claims.claim("role", null)))).isEmpty();
        assertThat(tokens.room(forged(claims -> claims.claim("role", "emperor"))))
                .isEmpty();
        assertThat(tokens.room(forged(claims -> claims.claim("role", 7)))).isEmpty();
        assertThat(tokens.room(forged(claims -> claims.claim("room", null)))).isEmpty();
        assertThat(tokens.room(forged(claims -> claims.claim("room", "NOT A ROOM"))))
                .isEmpty();
        assertThat(tokens.room(forged(claims -> claims.subject("not a user")))).isEmpty();
        assertThat(tokens.resume(forged(claims -> claims.audience("resume")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ".", "..", "...", "a.b.c", "e30.e30.e30", "e30..", "bnVsbA.bnVsbA.bnVsbA", "ä", "\0"})
    @DisplayName("R6: what is no token at all is none, and no error")
    void refusesGarbage(String garbage) {
        assertThatCode(() -> {
                    assertThat(tokens.room(garbage)).isEmpty();
                    assertThat(tokens.resume(garbage)).isEmpty();
                })
                .doesNotThrowAnyException();
    }

    /** Claims as of {@link #TOKEN}, changed, and signed with our key. */
    private String forged(Consumer<JWTClaimsSet.Builder> change) {
        try {
            var key = folderKeys.keys().signing();
            var claims = goodClaims();
            change.accept(claims);
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            jwt.sign(new MACSigner(key));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static JWTClaimsSet.Builder goodClaims() {
        return new JWTClaimsSet.Builder()
                .audience("room")
                .claim("room", "attic")
                .claim("role", "editor")
                .subject("u-1")
                .expirationTime(Date.from(TOKEN.until()));
    }
}
