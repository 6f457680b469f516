package org.interlieux.demo.method;

import java.util.Optional;
import org.interlieux.demo.AccessQuestion.Authentication;
import org.interlieux.demo.Member;
import org.jspecify.annotations.Nullable;

/** Who calls a method of the site. */
public final class Caller {
    private final Authentication authentication;
    private final @Nullable Member member;

    private Caller(Authentication authentication, @Nullable Member member) {
        this.authentication = authentication;
        this.member = member;
    }

    static Caller member(Member member) {
        return new Caller(Authentication.MEMBER_TOKEN, member);
    }

    static Caller of(Authentication authentication) {
        return new Caller(authentication, null);
    }

    Authentication authentication() {
        return authentication;
    }

    /** The member whose token this is. */
    public Optional<Member> member() {
        return Optional.ofNullable(member);
    }

    public void refuseBadToken() {
        if (authentication == Authentication.REFUSED) {
            throw FrappeException.badToken();
        }
    }
}
