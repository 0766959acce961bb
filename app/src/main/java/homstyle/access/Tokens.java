package homstyle.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import homstyle.protocol.ClientId;
import homstyle.protocol.Role;
import homstyle.protocol.RoomId;
import homstyle.protocol.UserId;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;

/** Mints and checks room tokens and resume keys: JWTs signed with HS256, told apart by their audience. */
public final class Tokens {
    /** How long a room token is good unless somebody asks for another time. */
    public static final Duration ROOM_TOKEN_LIFE = Duration.ofDays(365);

    private static final Duration RESUME_KEY_LIFE = Duration.ofDays(1);
    private static final String ROOM = "room";
    private static final String RESUME = "resume";

    private final SigningKeys keys;
    private final Clock clock;

    public Tokens(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Good for that long, or until the token's own end where that is sooner. */
    public String mint(RoomToken token, Duration life) {
        var end = clock.instant().plus(life);
        var until = token.until() == null || end.isBefore(token.until()) ? end : token.until();
        return sign(new JWTClaimsSet.Builder()
                .audience(ROOM)
                .claim("room", token.room().value())
                .claim("role", token.role().toString())
                .subject(token.user() == null ? null : token.user().value())
                .expirationTime(Date.from(until))
                .build());
    }

    public String mint(ResumeKey key) {
        return sign(new JWTClaimsSet.Builder()
                .audience(RESUME)
                .claim("room", key.room().value())
                .claim("client", key.client().value())
                .claim("color", key.color())
                .subject(key.user().value())
                .expirationTime(Date.from(clock.instant().plus(RESUME_KEY_LIFE)))
                .build());
    }

    /** What a room token says; empty unless it is one of ours and still good. */
    public Optional<RoomToken> room(String token) {
        return verified(token, ROOM).flatMap(claims -> {
            try {
                var user = claims.getSubject();
                return Optional.of(new RoomToken(
                        new RoomId(claims.getStringClaim("room")),
                        user == null ? null : new UserId(user),
                        Role.of(claims.getStringClaim("role")),
                        claims.getExpirationTime().toInstant()));
            } catch (ParseException | IllegalArgumentException _) {
                return Optional.empty();
            }
        });
    }

    /** What a resume key says; empty unless it is one of ours and still good. */
    public Optional<ResumeKey> resume(String key) {
        return verified(key, RESUME).flatMap(claims -> {
            try {
                return Optional.of(new ResumeKey(
                        new RoomId(claims.getStringClaim("room")),
                        new ClientId(claims.getStringClaim("client")),
                        new UserId(claims.getSubject()),
                        claims.getStringClaim("color")));
            } catch (ParseException | IllegalArgumentException _) {
                return Optional.empty();
            }
        });
    }

    private String sign(JWTClaimsSet claims) {
        try {
            var key = keys.signing();
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new MACSigner(key));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<JWTClaimsSet> verified(String token, String audience) {
        return parsed(token).flatMap(jwt -> verified(jwt, audience));
    }

    /** What strangers send makes the parser fail in more ways than it declares. */
    private static Optional<SignedJWT> parsed(String token) {
        try {
            return Optional.of(SignedJWT.parse(token));
        } catch (ParseException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private Optional<JWTClaimsSet> verified(SignedJWT jwt, String audience) {
        try {
            var header = jwt.getHeader();
            var key = keys.named(header.getKeyID());
            if (!JWSAlgorithm.HS256.equals(header.getAlgorithm())
                    || key.isEmpty()
                    || !jwt.verify(new MACVerifier(key.get()))) {
                return Optional.empty();
            }
            var claims = jwt.getJWTClaimsSet();
            var expires = claims.getExpirationTime();
            var good = claims.getAudience().contains(audience)
                    && expires != null
                    && expires.toInstant().isAfter(clock.instant());
            return good ? Optional.of(claims) : Optional.empty();
        } catch (ParseException | JOSEException _) {
            return Optional.empty();
        }
    }
}
